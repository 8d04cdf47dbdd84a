//! One line about the machine, so that a number is never read without it.
//!
//! Owns: that line. Reads what Linux tells anybody.

/// Processor, cores, memory, system and how busy it is.
pub(crate) fn line() -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let after = |text: &str, key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
        line.trim_matches([' ', '\t', ':', '=', '"']).to_owned()
    };
    let processor = after(&read("/proc/cpuinfo"), "model name");
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = after(&read("/proc/meminfo"), "MemTotal");
    let kib: u64 = memory.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or_default();
    let system = after(&read("/etc/os-release"), "PRETTY_NAME");
    let kernel = read("/proc/sys/kernel/osrelease");
    let busy = read("/proc/loadavg");
    let load = busy.split(' ').next().unwrap_or_default();
    format!("{processor}, {cores} cores, {} GiB, {system}, Linux {}, load {load}", kib >> 20, kernel.trim())
}
