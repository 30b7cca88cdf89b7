"""The fields that each template knows, as tables: what a value must look like, in the template's own order."""
