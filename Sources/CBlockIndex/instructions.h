/// The instructions that functions of the kernels are compiled for.
#pragma once
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi,bmi2,pclmul,lzcnt,popcnt")))
// Tests/kernels emulates these instructions where there are none.
#ifndef AVX512
#define AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,avx2,bmi,bmi2,pclmul,lzcnt,popcnt")))
#endif
#define INLINE static inline __attribute__((always_inline))
