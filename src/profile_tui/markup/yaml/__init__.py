"""YAML with exact spans: read as Ruby reads it, changed by splices that touch only the value meant."""
