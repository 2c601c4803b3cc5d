//! The history of the shell, kept in the user's state directory.

use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::editor::LineEditor;

/// What was entered, kept in a file where there is a place for it.
pub struct History {
    file: Option<PathBuf>,
}

/// Loads the history into the editor. Without a file that can be read the shell works, too.
pub fn open(editor: &mut LineEditor) -> History {
    let file = place().filter(|path| create(path).is_ok() && editor.load_history(path).is_ok());
    History { file }
}

impl History {
    /// Remembers an input, in the editor and at once in the file, so that shells side by side
    /// lose nothing of each other's.
    pub fn keep(&self, editor: &mut LineEditor, input: &str) {
        // A full disk must not stop anybody from calculating.
        let _ = editor.add_history_entry(input);
        if let Some(file) = &self.file {
            let _ = editor.append_history(file);
        }
    }
}

/// `$XDG_STATE_HOME/pemdas/history`; that variable counts only as an absolute path (XDG Base
/// Directory Specification).
fn place() -> Option<PathBuf> {
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
    Some(state.join("pemdas/history"))
}

/// Makes the file before the editor sees it: where there is none the editor would truncate before
/// it locks, and two shells that start together could lose a line.
fn create(path: &Path) -> io::Result<()> {
    let mut directory = DirBuilder::new();
    directory.recursive(true);
    let mut file = OpenOptions::new();
    file.append(true).create(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut directory, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    }
    if let Some(parent) = path.parent() {
        directory.create(parent)?;
    }
    file.open(path).map(drop)
}
