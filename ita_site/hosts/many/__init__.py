"""Many municipalities with one command: each in a process of its own kind, none stopped by another.

`listing` says which there are, `made_settings` what each is built with, `worker` does one task after another in a child
process, `tasks` starts such children, tries again and gives up, `rounds` lets an executor of `concurrent.futures` do
all tasks, here or on a cluster.
"""
