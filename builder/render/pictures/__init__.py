"""Records into coordinates, which templates draw: charts, strips, timelines, the network, a comparison."""
