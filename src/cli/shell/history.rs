//! The history of the shell, kept in the user's state directory.

use std::path::PathBuf;

use super::editor::LineEditor;
use crate::cli::state;

/// What was entered, kept in a file where there is a place for it.
pub struct History {
    file: Option<PathBuf>,
}

/// Loads the history into the editor. Without a file that can be read the shell works, too.
pub fn open(editor: &mut LineEditor) -> History {
    // Made before the editor sees it: where there is none the editor would truncate before it locks,
    // and two shells that start together could lose a line.
    let file = state::file("history")
        .filter(|path| state::create(path).is_ok() && editor.load_history(path).is_ok());
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
