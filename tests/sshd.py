"""A real OpenSSH server on this machine, for one test at a time, and a wire to it that can be cut."""

from __future__ import annotations

import getpass
import shutil
import socket
import subprocess
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import paramiko
import pytest

PROGRAM = shutil.which("sshd") or ("/usr/sbin/sshd" if Path("/usr/sbin/sshd").exists() else None)
CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
Subsystem sftp internal-sftp
"""


@dataclass
class Server:
    """A running server. ``home`` is the home folder of somebody who may log in and knows the server."""

    port: int
    home: Path
    folder: Path

    def address(self, path, port=None):
        return f"sftp://{getpass.getuser()}@127.0.0.1:{port or self.port}{path}"

    @property
    def environment(self):
        return {"HOME": str(self.home), "SSH_AUTH_SOCK": ""}

    def know(self, port, key=None):
        """Write a server's key where ``ssh`` keeps them; ``key`` is that of another one."""
        public = (key or self.folder / "host.pub").read_text(encoding="utf-8").split()
        with (self.home / ".ssh/known_hosts").open("a", encoding="utf-8") as known:
            known.write(f"[127.0.0.1]:{port} {public[0]} {public[1]}\n")


def new_key(file, passphrase=""):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", str(file)], check=True)
    return file.with_name(file.name + ".pub")


@contextmanager
def running(folder, passphrase=""):
    """Start a server in a folder of its own, and end it."""
    if PROGRAM is None:
        pytest.skip("this test publishes to a real OpenSSH, which is not installed here")
    home = folder / "home"
    (home / ".ssh").mkdir(parents=True, mode=0o700)
    new_key(folder / "host")
    shutil.copy(new_key(home / ".ssh/id_ed25519", passphrase), folder / "authorized")
    port = free_port()
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder), encoding="utf-8")
    Path("/run/sshd").mkdir(exist_ok=True)  # where it locks itself in; Debian makes it when the system starts
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([PROGRAM, "-D", "-e", "-f", str(folder / "config")], stderr=log)
        try:
            server = Server(port, home, folder)
            wait_for(port, process, folder / "log")
            server.know(port)
            yield server
        finally:
            process.terminate()
            process.wait(10)


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(port, process, log):
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            pytest.skip(f"sshd does not start here: {log.read_text()}")
        time.sleep(0.1)
    raise AssertionError("sshd does not answer")


@contextmanager
def wire(port, cut_after):
    """A port that leads to another one, until so many bytes have been sent to it: then the connection is gone."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=carry, args=(listening, port, cut_after), daemon=True).start()
        yield listening.getsockname()[1]


def carry(listening, port, cut_after):
    while True:
        try:
            near, _ = listening.accept()
        except OSError:
            return  # the test is over
        far = socket.create_connection(("127.0.0.1", port))
        threading.Thread(target=pump, args=(far, near, None), daemon=True).start()
        threading.Thread(target=pump, args=(near, far, cut_after), daemon=True).start()


def pump(source, target, left):
    with suppress(OSError):
        while data := source.recv(4096):
            target.sendall(data)
            if left is not None and (left := left - len(data)) < 0:
                break
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


class OneStep(paramiko.SFTPServerInterface):
    """An SFTP server that can only rename to a name that is free, as the oldest protocol has it."""

    def rename(self, oldpath, newpath):
        if Path(newpath).exists():
            return paramiko.SFTP_FAILURE
        Path(oldpath).rename(newpath)
        return paramiko.SFTP_OK

    def remove(self, path):
        Path(path).unlink()
        return paramiko.SFTP_OK


class Everybody(paramiko.ServerInterface):
    def check_auth_none(self, username):
        return paramiko.AUTH_SUCCESSFUL

    def check_channel_request(self, kind, chanid):
        return paramiko.OPEN_SUCCEEDED


@contextmanager
def old_server():
    """A client of a server that cannot replace a file in one step."""
    near, far = socket.socketpair()
    server, client = paramiko.Transport(far), paramiko.Transport(near)
    server.add_server_key(paramiko.ECDSAKey.generate())
    server.set_subsystem_handler("sftp", paramiko.SFTPServer, OneStep)
    server.start_server(threading.Event(), Everybody())
    client.start_client()
    client.auth_none("me")
    try:
        yield paramiko.SFTPClient.from_transport(client)
    finally:
        client.close()
        server.close()
