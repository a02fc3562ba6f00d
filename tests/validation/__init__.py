"""What others say of our PDF files: page-validation always, veraPDF where Java is."""
