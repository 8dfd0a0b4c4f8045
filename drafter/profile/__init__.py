"""The profile (资料): one year of one township, as a clerk keeps it."""

from drafter.profile.model import Activity, Entry, Material, Measure, Mechanism, Period, Plan, Problem, Profile, Rewording
from drafter.profile.read import BLOCKS, TOP, read_profile, topic_of

__all__ = ["BLOCKS", "TOP", "Activity", "Entry", "Material", "Measure", "Mechanism", "Period", "Plan", "Problem", "Profile",
           "Rewording", "read_profile", "topic_of"]
