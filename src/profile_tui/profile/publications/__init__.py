"""Publications in any style: an entry is cut into segments, each gets a role, the list decides, writing runs it forward."""
