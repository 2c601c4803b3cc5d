//! A Chromium without a window, driven through its debugging pipe.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// How long an answer may take, on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(120);

pub struct Browser {
    child: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    /// The page's session; none before there is one.
    session: Option<String>,
    count: u64,
    /// What was told that was not an answer.
    pub events: Vec<Value>,
    directory: PathBuf,
}

/// Where a Chromium is installed.
fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    std::env::split_paths(&path)
        .flat_map(|directory| names.map(|name| directory.join(name)))
        .find(|file| file.is_file())
}

impl Browser {
    /// Starts one, if one is installed and starts.
    pub fn start(directory: &Path) -> Result<Browser, String> {
        let program = installed().ok_or("no Chromium is installed")?;
        // It speaks on the descriptors 3 and 4.
        let mut child = Command::new("sh")
            .arg("-c")
            .arg("exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1")
            .arg("sh")
            .arg(program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
            ])
            .args(["--no-first-run", "--disable-background-networking"])
            .args(["--disable-component-update", "--disable-sync"])
            .args(["--disable-dev-shm-usage", "--remote-debugging-pipe"])
            .arg(format!(
                "--user-data-dir={}",
                directory.join("profile").display()
            ))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| error.to_string())?;
        let input = child.stdin.take().ok_or("no input")?;
        let mut output = child.stdout.take().ok_or("no output")?;
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            let mut held = Vec::new();
            let mut chunk = [0; 1 << 16];
            while let Ok(length @ 1..) = output.read(&mut chunk) {
                held.extend_from_slice(&chunk[..length]);
                while let Some(end) = held.iter().position(|&byte| byte == 0) {
                    let message: Vec<u8> = held.drain(..=end).collect();
                    let Ok(message) = serde_json::from_slice(&message[..end]) else {
                        continue;
                    };
                    if sender.send(message).is_err() {
                        return;
                    }
                }
            }
        });
        let mut browser = Browser {
            child,
            input,
            messages,
            session: None,
            count: 0,
            events: Vec::new(),
            directory: directory.to_path_buf(),
        };
        let target = browser.ask("Target.createTarget", json!({"url": "about:blank"}))?;
        let target = json!({"targetId": target["targetId"], "flatten": true});
        let session = browser.ask("Target.attachToTarget", target)?;
        browser.session = session["sessionId"].as_str().map(str::to_string);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.ask(&format!("{domain}.enable"), json!({}))?;
        }
        Ok(browser)
    }

    fn ask(&mut self, method: &str, parameters: Value) -> Result<Value, String> {
        self.count += 1;
        let mut message = json!({"id": self.count, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        let sent = self.input.write_all(format!("{message}\0").as_bytes());
        sent.map_err(|error| error.to_string())?;
        loop {
            let mut message = self.next()?;
            if message["id"] == self.count {
                if let Some(error) = message.get("error") {
                    return Err(format!("{method}: {error}"));
                }
                return Ok(message["result"].take());
            }
            self.events.push(message);
        }
    }

    fn next(&mut self) -> Result<Value, String> {
        let message = self.messages.recv_timeout(PATIENCE);
        message.map_err(|error| format!("Chromium does not answer: {error}"))
    }

    pub fn call(&mut self, method: &str, parameters: Value) -> Value {
        match self.ask(method, parameters) {
            Ok(result) => result,
            Err(error) => panic!("{error}"),
        }
    }

    /// Opens a page that is written to a file first, and waits until it is there.
    pub fn open(&mut self, html: &str) {
        let file = self.directory.join("lesson.html");
        std::fs::write(&file, html).expect("the page can be written");
        self.events.clear();
        let url = format!("file://{}", file.display());
        self.call("Page.navigate", json!({"url": url}));
        let loaded = |event: &Value| event["method"] == "Page.loadEventFired";
        while !self.events.iter().any(loaded) {
            let event = self.next().unwrap_or_else(|error| panic!("{error}"));
            self.events.push(event);
        }
    }

    /// The value of an expression in the page.
    pub fn evaluate(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "returnByValue": true});
        let mut result = self.call("Runtime.evaluate", asked);
        if let Some(exception) = result.get("exceptionDetails") {
            panic!("{expression}: {exception}");
        }
        result["result"]["value"].take()
    }

    pub fn press(&mut self, key: &str) {
        let code = if key == " " { "Space" } else { key };
        let mut event = json!({"type": "keyDown", "key": key, "code": code});
        if key == " " {
            event["text"] = json!(" ");
        }
        self.call("Input.dispatchKeyEvent", event);
        let event = json!({"type": "keyUp", "key": key, "code": code});
        self.call("Input.dispatchKeyEvent", event);
    }

    pub fn dark(&mut self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let features = json!([
            {"name": "prefers-color-scheme", "value": value},
            // What moves would be caught on its way.
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.call("Emulation.setEmulatedMedia", json!({"features": features}));
    }

    pub fn size(&mut self, width: u32, height: u32) {
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// What the page complained of, and what it asked for beside itself.
    pub fn complaints(&self) -> Vec<String> {
        let mut found = Vec::new();
        for event in &self.events {
            let parameters = &event["params"];
            let is_bad = match event["method"].as_str() {
                Some("Runtime.exceptionThrown" | "Runtime.consoleAPICalled") => true,
                Some("Log.entryAdded") => true,
                Some("Network.requestWillBeSent") => {
                    parameters["request"]["url"] != parameters["documentURL"]
                }
                _ => false,
            };
            if is_bad {
                found.push(event.to_string());
            }
        }
        found
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}
