"""What a template is: how its sites are told, their owner's fields, and the keys that its layouts print."""
