//! `kanta completions` and `kanta man`: what a shell and its manual know of this tool.

use std::io::{self, Write};
use std::path::PathBuf;

use clap_complete::Shell;

use crate::{output, status};

/// Prints the completions of a shell, for its folder of completions.
#[derive(clap::Args)]
#[command(
    after_help = "Bash: kanta completions bash > ~/.local/share/bash-completion/completions/kanta\n\
    Zsh:  kanta completions zsh > a folder of $fpath/_kanta\n\
    Fish: kanta completions fish > ~/.config/fish/completions/kanta.fish"
)]
pub(crate) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the manual page, or writes one for every command into a folder.
#[derive(clap::Args)]
pub(crate) struct ManArgs {
    /// The folder, which has to be there; one page for each command.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

pub(crate) fn completions(args: &CompletionsArgs, mut tool: clap::Command) -> io::Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut tool, "kanta", &mut script);
    let mut out = output::out();
    out.write_all(&script)?;
    out.flush()?;
    Ok(status::CONFORMING)
}

pub(crate) fn man(args: &ManArgs, tool: clap::Command) -> io::Result<u8> {
    let Some(folder) = &args.out else {
        let mut out = output::out();
        clap_mangen::Man::new(tool).render(&mut out)?;
        out.flush()?;
        return Ok(status::CONFORMING);
    };
    match clap_mangen::generate_to(tool, folder) {
        Ok(()) => Ok(status::CONFORMING),
        Err(error) => {
            let mut err = output::err();
            writeln!(err, "kanta: {}: {error}", folder.display())?;
            Ok(status::UNREADABLE)
        }
    }
}
