"""Files on a server over SFTP: the only importer of ``paramiko``, which is an optional extra.

The server's key has to be known (``~/.ssh/known_hosts``, as ``ssh`` keeps it), and no password is ever taken from an
address or an option: keys and the agent are tried first, then whoever sits at the terminal is asked.
"""

from __future__ import annotations

import contextlib
import errno
import io
import logging
import socket
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from getpass import getuser
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen import kinds
from sitegen.findings import Finding, Kind, Place
from sitegen.i18n import N_
from sitegen.reasons import reason_of

if TYPE_CHECKING:
    import paramiko

Ask = Callable[[str, str], str | None]
"""Asks for the password of a user on a host; ``None`` when nobody is there to answer."""
SECONDS = 30
TRIES = 3
LOST = N_("förbindelsen med servern bröts")
REFUSED = N_("servern vägrade; disken kan vara full eller skrivskyddad")


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("paramiko") is not None


@dataclass(frozen=True)
class Account:
    """Where to log in. ``user`` may be empty, ``port`` 0: then ``~/.ssh/config`` or the usual ones hold."""

    host: str
    user: str = ""
    port: int = 0


@dataclass(frozen=True)
class Entry:
    """What lies at a place."""

    size: int
    folder: bool = False
    link: bool = False


class NoEntry(Exception):  # noqa: N818 - the server, or we, refuse: it is no fault
    """Why there is no connection."""

    def __init__(self, kind: Kind, **values: str) -> None:
        super().__init__(kind.name)
        self.kind, self.values = kind, values

    def finding(self, place: Place) -> Finding:
        """The same as a finding."""
        return Finding(self.kind, place, self.values)


class Remote:
    """An open connection; ``close`` hangs up. Paths have forward slashes.

    Every method may raise ``OSError`` with a reason in words.
    """

    def __init__(self, sftp: paramiko.SFTPClient, close: Callable[[], None]) -> None:
        self._sftp, self.close = sftp, close
        channel = sftp.get_channel()
        if channel is not None:
            channel.settimeout(SECONDS)

    def entry(self, path: str) -> Entry | None:
        """What lies at a path, links followed; ``None`` when nothing does."""
        with _in_words():
            try:
                return _entry(self._sftp.stat(path))
            except FileNotFoundError:
                return None

    def entries(self, folder: str) -> Mapping[str, Entry]:
        """What lies in a folder, by name, links not followed; empty when there is no folder."""
        with _in_words():
            try:
                return {found.filename: _entry(found) for found in self._sftp.listdir_attr(folder)}
            except FileNotFoundError:
                return {}

    def modified(self, path: str) -> int:
        """Seconds since 1970 by the server's own clock."""
        with _in_words():
            return self._sftp.stat(path).st_mtime or 0

    def read(self, path: str) -> bytes | None:
        """A file's bytes, or ``None`` when there is none."""
        with _in_words():
            try:
                with self._sftp.open(path, "rb") as file:
                    file.prefetch()
                    return file.read()
            except FileNotFoundError:
                return None

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole, and ask the server afterwards whether all of it is there."""
        with _in_words():
            self._sftp.putfo(io.BytesIO(data), path)

    def replace(self, source: str, target: str) -> None:
        """Let a file take another's place in one step; in two, where the server knows no such step."""
        with _in_words():
            try:
                self._sftp.posix_rename(source, target)
            except OSError as error:
                if error.errno is not None or "unsupported" not in str(error).lower():
                    raise
                with contextlib.suppress(FileNotFoundError):
                    self._sftp.remove(target)
                self._sftp.rename(source, target)

    def make_folders(self, path: str) -> None:
        """A folder with all above it."""
        if path and self.entry(path) is None:
            self.make_folders(path.rpartition("/")[0])
            with _in_words():
                self._sftp.mkdir(path)

    def remove(self, path: str) -> None:
        """Remove a file, if it is there."""
        with _in_words(), contextlib.suppress(FileNotFoundError):
            self._sftp.remove(path)

    def remove_folder(self, path: str) -> None:
        """Remove a folder; one with anything in it refuses by itself."""
        with _in_words():
            self._sftp.rmdir(path)


@contextlib.contextmanager
def _in_words() -> Iterator[None]:
    """What the library raises, as an ``OSError`` that says why in Swedish."""
    from paramiko import SSHException  # noqa: PLC0415 - an extra

    try:
        yield
    except (EOFError, SSHException, TimeoutError):
        raise OSError(errno.ECONNRESET, LOST) from None
    except OSError as error:
        if error.errno is not None:
            raise
        raise OSError(LOST if "closed" in str(error).lower() else REFUSED) from None


def _entry(found: Any) -> Entry:
    mode = found.st_mode or 0
    return Entry(found.st_size or 0, stat.S_ISDIR(mode), stat.S_ISLNK(mode))


def connect(account: Account, ask: Ask) -> Remote:
    """Log in.

    Raises:
        NoEntry: when the server cannot be reached, is not the one that is known, or does not let us in.
    """
    import paramiko  # noqa: PLC0415 - an extra

    logging.getLogger("paramiko").setLevel(logging.CRITICAL)  # it tells of what we tell ourselves
    told = _told(account)
    password: str | None = None
    for attempt in range(TRIES + 1):
        try:
            client = _logged_in(told, password)
            return Remote(client.open_sftp(), client.close)
        except paramiko.BadHostKeyException as error:
            values = {"host": account.host, "key": error.key.fingerprint, "login": _login(account)}
            raise NoEntry(kinds.SERVER_CHANGED, **values) from None
        except (paramiko.AuthenticationException, paramiko.SSHException) as error:
            if not (isinstance(error, paramiko.AuthenticationException) or "authentication" in str(error).lower()):
                raise NoEntry(kinds.CANNOT_CONNECT, reason=LOST) from None
            password = ask(told["username"], account.host) if attempt < TRIES else None
            if password is None:
                raise NoEntry(kinds.LOGIN_REFUSED, user=told["username"], host=account.host) from None
        except (OSError, EOFError) as error:
            raise NoEntry(kinds.CANNOT_CONNECT, reason=_why(error)) from None
    raise AssertionError("every try returns, raises or asks")


def _logged_in(told: dict[str, Any], password: str | None) -> paramiko.SSHClient:
    import paramiko  # noqa: PLC0415 - an extra

    class Unknown(paramiko.MissingHostKeyPolicy):
        def missing_host_key(self, client: paramiko.SSHClient, hostname: str, key: paramiko.PKey) -> None:
            """A server that nobody has vouched for is not talked to."""
            login = f"{told['username']}@{told['hostname']}"
            raise NoEntry(kinds.UNKNOWN_SERVER, host=hostname, key=key.fingerprint, login=login)

    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.set_missing_host_key_policy(Unknown())
    try:
        client.connect(**told, password=password, timeout=SECONDS, banner_timeout=SECONDS, auth_timeout=SECONDS)
        transport = client.get_transport()
        if transport is not None:
            transport.set_keepalive(SECONDS // 2)
        return client
    except BaseException:
        client.close()
        raise


def _told(account: Account) -> dict[str, Any]:
    """Where to connect and as whom, by the address and ``~/.ssh/config``."""
    import paramiko  # noqa: PLC0415 - an extra

    file = Path.home() / ".ssh" / "config"
    config: Mapping[str, Any] = {}
    if file.is_file():
        config = paramiko.SSHConfig.from_path(str(file)).lookup(account.host)
    told: dict[str, Any] = {
        "hostname": config.get("hostname", account.host),
        "port": account.port or int(config.get("port", 22)),
        "username": account.user or config.get("user") or getuser(),
    }
    return told | ({"key_filename": config["identityfile"]} if "identityfile" in config else {})


def _login(account: Account) -> str:
    port = f"-p {account.port} " if account.port else ""
    return f"{port}{account.user}@{account.host}" if account.user else f"{port}{account.host}"


def _why(error: OSError | EOFError) -> str:
    """Why there is no connection, as a key of the message catalogue."""
    reasons: list[BaseException] = list(getattr(error, "errors", {}).values()) or [error]
    first = reasons[0]
    if isinstance(first, socket.gaierror):
        return N_("servern finns inte under det namnet")
    if isinstance(first, EOFError):
        return LOST
    return reason_of(first) if isinstance(first, OSError) else str(first)
