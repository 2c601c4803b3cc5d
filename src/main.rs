//! Arguments in, exit code out.

fn main() -> std::process::ExitCode {
    pemdas::cli::main()
}
