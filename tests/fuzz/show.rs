//! Prints the text that a file of a corpus stands for: `cargo run --example show FILE…`.

fn main() -> std::io::Result<()> {
    for file in std::env::args_os().skip(1) {
        println!("{}", pemdas_fuzz::text(&std::fs::read(file)?));
    }
    Ok(())
}
