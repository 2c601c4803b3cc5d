//! Where the program keeps what it is to know the next time: `$XDG_STATE_HOME/pemdas`, or
//! `~/.local/state/pemdas` (XDG Base Directory Specification; a variable counts only as an absolute
//! path).

use std::fs::{DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The place of a file of this name.
pub fn file(name: &str) -> Option<PathBuf> {
    let absolute = |path: &PathBuf| path.is_absolute();
    let state = std::env::var_os("XDG_STATE_HOME")
        .map(PathBuf::from)
        .filter(absolute)
        .or_else(|| {
            let home = std::env::var_os("HOME")
                .map(PathBuf::from)
                .filter(absolute)?;
            Some(home.join(".local/state"))
        })?;
    Some(state.join("pemdas").join(name))
}

/// Makes a file and its directory, for nobody but the user, where they are not there yet.
///
/// # Errors
/// What the system says.
pub fn create(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new();
    file.append(true);
    open(path, &mut file).map(drop)
}

/// Writes a small file as a whole: who reads it at the same time sees the old one or the new one.
///
/// # Errors
/// What the system says; `NotFound` where there is no place for such files.
pub fn write(name: &str, text: &str) -> io::Result<()> {
    let path = file(name).ok_or(io::ErrorKind::NotFound)?;
    let new = path.with_extension(format!("{}.new", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).truncate(true);
    open(&new, &mut options)?.write_all(text.as_bytes())?;
    std::fs::rename(&new, &path)
}

/// Reads a small file; nothing where there is none.
pub fn read(name: &str) -> Option<String> {
    std::fs::read_to_string(file(name)?).ok()
}

fn open(path: &Path, options: &mut OpenOptions) -> io::Result<std::fs::File> {
    let mut directory = DirBuilder::new();
    directory.recursive(true);
    options.create(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut directory, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    }
    if let Some(parent) = path.parent() {
        directory.create(parent)?;
    }
    options.open(path)
}
