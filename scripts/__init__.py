"""What is done to the project and not by it; a package, so that `scripts` is this folder wherever it is built."""
