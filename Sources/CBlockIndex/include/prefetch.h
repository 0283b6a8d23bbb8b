/// A hint to the processor, which Swift has no way to give.
#ifndef PREFETCH_H
#define PREFETCH_H

/// Has memory brought nearer that will be read soon.
static inline void prefetch_memory(const void *_Nonnull address) { __builtin_prefetch(address); }

#endif
