// Counts requests to the heap, for the test that a training step makes none.

/// How many blocks this thread has asked for since it began; -1 where nobody counts (outside glibc).
long blocksRequested(void);
