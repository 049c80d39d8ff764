#include "AllocationCounter.h"

#include <errno.h>
#include <stdlib.h>

#ifdef __GLIBC__

// A program's own malloc takes the place of glibc's, which stays to be had under this name.
extern void *__libc_malloc(size_t);
extern void *__libc_memalign(size_t, size_t);

static _Thread_local long requests;

void *malloc(size_t size) {
  requests++;
  return __libc_malloc(size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
  requests++;
  *block = __libc_memalign(alignment, size);
  return *block ? 0 : ENOMEM;
}

long blocksRequested(void) { return requests; }

#else

long blocksRequested(void) { return -1; }

#endif
