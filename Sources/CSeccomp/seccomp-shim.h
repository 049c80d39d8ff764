#include <seccomp.h>

// The C library hides it from Swift behind _GNU_SOURCE.
int memfd_create(const char *name, unsigned int flags);
