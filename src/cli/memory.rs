//! The memory of this process, as the operating system counts it.

/// Bytes that the process uses, where the system tells.
pub fn used() -> Option<u64> {
    memory_stats::memory_stats().map(|used| used.physical_mem as u64)
}

/// Makes the C library return what was freed: it keeps that for later, and counts as used until
/// then. Others than GNU's return most of it by themselves.
pub fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        unsafe extern "C" {
            safe fn malloc_trim(pad: usize) -> std::ffi::c_int;
        }
        malloc_trim(0);
    }
}
