"""What every training here shares: run folders that a killed run goes on from, weights read back, exports, and who made a file."""
