"""OFD (GB/T 33190): pages of XML in a zip; what stands on them goes the way of PDF pages."""
