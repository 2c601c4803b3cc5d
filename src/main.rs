use pemdas::*;
struct C;
impl Console for C {
    fn write(&mut self, t: &str) -> std::io::Result<()> {
        print!("{t}");
        Ok(())
    }
    fn read_line(&mut self, _p: &str) -> std::io::Result<Option<String>> {
        Ok(None)
    }
    fn show(&mut self, v: &Value) -> std::io::Result<()> {
        if !v.is_none() {
            println!("{}", repr(v).unwrap_or_default());
        }
        Ok(())
    }
}
fn main() {
    let mut s = Session::new();
    for a in std::env::args().skip(1) {
        let r = s.run(&a, &mut C);
        for p in r.problems {
            println!(
                "{}: {} {:?} {:?} {:?}",
                p.class.name(),
                p.message,
                p.span,
                p.labels,
                p.help
            );
        }
    }
}
