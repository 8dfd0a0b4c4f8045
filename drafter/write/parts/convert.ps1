# Word or WPS turns a file into a PDF: opened read-only, without questions, closed again whatever happens.
param([string]$Program, [string]$Source, [string]$Target)
$ErrorActionPreference = "Stop"
try { $office = New-Object -ComObject $Program } catch { exit 3 }
try {
    $office.Visible = $false
    $office.DisplayAlerts = 0
    $document = $office.Documents.Open($Source, $false, $true)
    $document.ExportAsFixedFormat($Target, 17)
    $document.Close(0)
} finally {
    $office.Quit(0)
}
