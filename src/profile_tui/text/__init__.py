"""A file as bytes: lossless decoding, spans, splices, errors. Knows no syntax."""
