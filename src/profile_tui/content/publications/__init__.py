"""Publications: reading citations of any style, and writing another one like them."""
