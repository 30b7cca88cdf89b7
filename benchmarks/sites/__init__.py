"""What the editor does to whole sites, measured on copies of them."""
