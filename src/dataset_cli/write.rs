//! Puts changed files on disk so that, whenever it is stopped, the package is a good one.
//!
//! One command writes at a time: a lock on the folder, which goes with the process, keeps others
//! out. Every new file is written beside its old one and flushed before the first takes its place.
//! Taking a place is one step for the file system. Between such steps the package keeps every rule,
//! because of the order of the files (see [`super::propose`]): with its new source and not yet the
//! figures it is the old one, with the figures the new one, whose description may count too few
//! rows. Running the command again finishes what is left.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::propose::{Change, FILES};
use super::refusal::{Refusal, Why};

/// What is about to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Create(&'static str),
    /// Half of the new file is written.
    Half(&'static str),
    Flush(&'static str),
    /// Put the new file in the place of the old.
    Replace(&'static str),
    Finish,
}

/// Keeps others from writing to a package, or from writing while it is read, until it goes.
pub struct Lock {
    folder: PathBuf,
    _file: File,
}

/// How long to wait for others, each of whom takes a second or two.
const PATIENCE: Duration = Duration::from_secs(60);

impl Lock {
    /// # Errors
    ///
    /// When others do not end, or the folder cannot be locked.
    pub fn to_write(folder: &Path) -> Result<Lock, Refusal> {
        Lock::with(folder, File::try_lock)
    }

    /// # Errors
    ///
    /// As of [`Lock::to_write`].
    pub fn to_read(folder: &Path) -> Result<Lock, Refusal> {
        Lock::with(folder, File::try_lock_shared)
    }

    fn with(
        folder: &Path,
        lock: impl Fn(&File) -> Result<(), TryLockError>,
    ) -> Result<Lock, Refusal> {
        let refuse = |why| Refusal { place: folder.display().to_string(), why };
        let failed = |error: io::Error| refuse(Why::Write(error.to_string()));
        let file = lockable(folder).map_err(failed)?;
        let since = Instant::now();
        loop {
            match lock(&file) {
                Ok(()) => return Ok(Lock { folder: folder.to_owned(), _file: file }),
                Err(TryLockError::Error(error)) => return Err(failed(error)),
                Err(TryLockError::WouldBlock) if since.elapsed() > PATIENCE => {
                    return Err(refuse(Why::Busy));
                }
                Err(TryLockError::WouldBlock) => sleep(Duration::from_millis(20)),
            }
        }
    }

    /// `before` is asked before every step and can stop the rest.
    ///
    /// # Errors
    ///
    /// Which file could not be written; then those before it are, and the package is a good one.
    pub fn write(
        &self,
        changes: &[Change],
        before: &mut dyn FnMut(Step) -> io::Result<()>,
    ) -> Result<(), Refusal> {
        let folder = self.folder.as_path();
        let refuse =
            |file: &str, why| Refusal { place: folder.join(file).display().to_string(), why };
        let prepared = changes.iter().try_for_each(|change| {
            prepare(folder, change, before)
                .map_err(|error| refuse(change.file, Why::Write(error.to_string())))
        });
        let unchanged = prepared.and_then(|()| {
            let changed = |it: &&Change| {
                fs::read(folder.join(it.file)).ok().as_deref() != Some(it.old.as_bytes())
            };
            changes
                .iter()
                .find(changed)
                .map_or(Ok(()), |it| Err(refuse(it.file, Why::ChangedMeanwhile)))
        });
        let replaced = unchanged.and_then(|()| {
            changes.iter().enumerate().try_for_each(|(place, change)| {
                let why = if place == 0 { Why::Write } else { Why::WriteStopped };
                replace(folder, change.file, before)
                    .map_err(|error| refuse(change.file, why(error.to_string())))
            })
        });
        self.sweep();
        replaced?;
        let finished = before(Step::Finish).and_then(|()| flush(folder));
        finished.map_err(|error| refuse("", Why::WriteStopped(error.to_string())))
    }

    /// Takes away new files that never took their place, of whichever process: nobody else is
    /// writing.
    pub fn sweep(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let of = |file: &str| name.strip_prefix('.').is_some_and(|it| it.starts_with(file));
            if name.ends_with(".new") && FILES.iter().any(|it| of(it)) {
                // What is not there need not go.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// The folder itself where folders can be locked, so that nothing is left in it.
fn lockable(folder: &Path) -> io::Result<File> {
    match cfg!(unix) {
        true => File::open(folder),
        false => File::options().create(true).append(true).open(folder.join(".lock")),
    }
}

/// [`Lock::write`] under a lock of its own.
///
/// # Errors
///
/// As of the two.
pub fn write(
    folder: &Path,
    changes: &[Change],
    before: &mut dyn FnMut(Step) -> io::Result<()>,
) -> Result<(), Refusal> {
    Lock::to_write(folder)?.write(changes, before)
}

fn beside(folder: &Path, file: &str) -> PathBuf {
    folder.join(format!(".{file}.{}.new", std::process::id()))
}

fn prepare(
    folder: &Path,
    Change { file, new, .. }: &Change,
    before: &mut dyn FnMut(Step) -> io::Result<()>,
) -> io::Result<()> {
    before(Step::Create(file))?;
    let permissions = fs::metadata(folder.join(file))?.permissions();
    let mut written = File::create(beside(folder, file))?;
    let (one, other) = new.as_bytes().split_at(new.len() / 2);
    written.write_all(one)?;
    before(Step::Half(file))?;
    written.write_all(other)?;
    written.set_permissions(permissions)?;
    before(Step::Flush(file))?;
    written.sync_all()
}

fn replace(
    folder: &Path,
    file: &'static str,
    before: &mut dyn FnMut(Step) -> io::Result<()>,
) -> io::Result<()> {
    before(Step::Replace(file))?;
    fs::rename(beside(folder, file), folder.join(file))?;
    // The next may not reach the disk before this one.
    flush(folder)
}

/// Has the names in a folder reach the disk, where a folder can be opened for that.
fn flush(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
