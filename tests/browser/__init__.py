"""The built sites as readers meet them: in a real browser, by mouse, keyboard and touch."""
