"""Publishing over SFTP to a real OpenSSH."""

from __future__ import annotations

import shutil

import pytest
from mounts import held, read_only, small_disk
from sites import OTHER, PROVIDER, TODAY, contents, project
from sshd import free_port, new_key, old_server, running, wire
from terminals import Terminal
from test_cli import names
from test_publish import FULL, publish

from sitegen.build import build
from sitegen.config import Config
from sitegen.publish.folder import WORK
from sitegen.publish.plan import LIST, built_in, compare
from sitegen.publish.sftp import Address, Sftp, read_address
from sitegen.publish.ssh import Account, Remote

OK, PROBLEMS, WRONG_USE = 0, 1, 2
PAGE = "tallkoping/utforare/familjehuset.html"


@pytest.fixture
def good(tmp_path):
    return project(tmp_path / "project", {PROVIDER: FULL})


@pytest.fixture
def server(tmp_path):
    (tmp_path / "sshd").mkdir()
    with running(tmp_path / "sshd") as found:
        yield found


@pytest.fixture
def www(tmp_path):
    return tmp_path / "www"


def send(server, good, address, *arguments):
    return publish(good, address, *arguments, environment=server.environment)


def change(good):
    text = (good / PROVIDER).read_text(encoding="utf-8")
    (good / PROVIDER).write_text(text.replace("Vi lyssnar", "Vi hör på"), encoding="utf-8")


def test_a_folder_on_a_server_becomes_the_build_and_then_only_what_changed_is_sent(server, good, www):
    done = send(server, good, server.address(www))
    assert (done.returncode, done.stderr) == (OK, "")
    built = contents(good / "build")
    assert {path: h for path, h in contents(www).items() if path != LIST} == {
        path: h for path, h in built.items() if path != LIST
    }
    assert not (www / WORK).exists()
    before = {path: (www / path).stat().st_mtime_ns for path in contents(www)}
    assert "Filer: 0 nya, 0 ändrade" in send(server, good, server.address(www)).stdout
    change(good)
    assert f"~ {PAGE}" in send(server, good, server.address(www)).stdout
    assert (www / PAGE).read_bytes() == (good / "build" / PAGE).read_bytes()
    after = {path: (www / path).stat().st_mtime_ns for path in contents(www)}
    assert after["index.html"] == before["index.html"]


def test_what_is_gone_is_removed_with_its_folder_and_what_others_put_there_stays(server, good, www):
    project(good, {PROVIDER: FULL, OTHER: FULL.replace("Familjehuset", "Lyktan").replace("Samtal", "Råd")})
    assert send(server, good, server.address(www)).returncode == OK
    assert (www / "tallkoping/insatser/lyktan/rad.html").exists()
    (www / "robots-theirs.txt").write_text("theirs", encoding="utf-8")
    project(good, {PROVIDER: FULL, OTHER: None})
    assert send(server, good, server.address(www), "--allow-removal").returncode == OK
    assert not (www / "tallkoping/insatser/lyktan").exists()
    assert (www / "robots-theirs.txt").read_text(encoding="utf-8") == "theirs"


def test_a_dry_run_changes_nothing(server, good, www):
    done = send(server, good, server.address(www), "--dry-run")
    assert (done.returncode, www.exists()) == (OK, False)
    assert "+ assets/style.css" in done.stdout


def test_the_folder_may_lie_in_the_home_of_the_user(server, good, www):
    assert read_address("sftp://u@stod.example.com/~/sidor/") == Address(Account("stod.example.com", "u"), "sidor")
    assert read_address("sftp://stod.example.com:2222/srv/a%20b") == Address(
        Account("stod.example.com", "", 2222), "/srv/a b"
    )


def test_somebody_elses_files_are_not_overwritten(server, good, www):
    www.mkdir()
    (www / "index.html").write_text("theirs", encoding="utf-8")
    done = send(server, good, server.address(www))
    assert (done.returncode, len(names(done))) == (PROBLEMS, 1)
    assert names(done)[0].endswith("/www/index.html not-ours")
    assert contents(www).keys() == {"index.html"}


def test_a_link_that_leads_out_is_not_followed(server, good, www, tmp_path):
    (tmp_path / "outside").mkdir()
    www.mkdir()
    (www / "tallkoping").symlink_to(tmp_path / "outside")
    done = send(server, good, server.address(www))
    assert done.returncode == PROBLEMS
    assert all(name.endswith("lost-list") or name.endswith("not-ours") for name in names(done))
    assert contents(tmp_path / "outside") == {}


def test_a_file_that_somebody_took_away_or_cut_short_is_put_back(server, good, www):
    send(server, good, server.address(www))
    (www / PAGE).unlink()
    (www / "index.html").write_text("", encoding="utf-8")
    done = send(server, good, server.address(www))
    assert {f"+ {PAGE}", "~ index.html"} <= set(done.stdout.splitlines())
    assert (www / PAGE).read_bytes() == (good / "build" / PAGE).read_bytes()


def test_files_of_the_same_bytes_without_a_list_are_taken_for_ours(server, good, www):
    send(server, good, server.address(www))
    (www / LIST).unlink()
    assert "Filer: 0 nya, 0 ändrade" in send(server, good, server.address(www)).stdout
    assert (www / LIST).exists()


# --- who is there ----------------------------------------------------------------------------------------------------


def test_a_server_that_is_not_known_is_refused_with_its_key(server, good, www):
    (server.home / ".ssh/known_hosts").unlink()
    done = send(server, good, server.address(www))
    assert (done.returncode, names(done)[0].split()[-1]) == (PROBLEMS, "unknown-server")
    assert "SHA256:" in done.stderr
    assert not www.exists()


def test_a_server_with_another_key_than_before_is_refused(server, good, www, tmp_path):
    (server.home / ".ssh/known_hosts").unlink()
    server.know(server.port, new_key(tmp_path / "other"))
    done = send(server, good, server.address(www))
    assert (done.returncode, names(done)[0].split()[-1]) == (PROBLEMS, "server-changed")
    assert not www.exists()


def test_a_wrong_key_is_refused(server, good, www):
    for file in (server.home / ".ssh").glob("id_*"):
        file.unlink()
    new_key(server.home / ".ssh/id_ed25519")
    done = send(server, good, server.address(www))
    assert (done.returncode, names(done)[0].split()[-1]) == (PROBLEMS, "login-refused")


def test_no_key_at_all_is_refused_when_nobody_can_be_asked(server, good, www):
    shutil.rmtree(server.home / ".ssh")
    (server.home / ".ssh").mkdir()
    server.know(server.port)
    assert names(send(server, good, server.address(www)))[0].split()[-1] == "login-refused"


def test_the_settings_of_ssh_hold(server, good, www):
    key = (server.home / ".ssh/id_ed25519").rename(server.home / "annan-nyckel")
    (server.home / ".ssh/config").write_text(
        f"Host webben\n  HostName 127.0.0.1\n  Port {server.port}\n  IdentityFile {key}\n", encoding="utf-8"
    )
    done = send(server, good, f"sftp://webben{www}")
    assert (done.returncode, done.stderr) == (OK, "")
    assert (www / "index.html").exists()


def test_a_key_with_a_passphrase_is_asked_for_at_the_terminal_and_nowhere_else(tmp_path, good, www):
    (tmp_path / "locked").mkdir()
    with running(tmp_path / "locked", passphrase="öppna dig") as server:
        assert names(send(server, good, server.address(www)))[0].split()[-1] == "login-refused"
        at = Terminal(good, "publish", server.address(www), environment=server.environment)
        at.expect("på 127.0.0.1: ")
        at.answer("fel")
        at.expect("på 127.0.0.1: ")
        at.answer("öppna dig")
        at.expect("Publicerat:")
        assert at.finish() == OK
        assert "öppna" not in at.seen
    assert (www / "index.html").exists()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("sftp://me:hemlig@127.0.0.1/www", "lösenord ska inte stå i adressen"),
        ("sftp://127.0.0.1", "adressen ska vara"),
        ("sftp://127.0.0.1/", "adressen ska vara"),
        ("sftp:///www", "adressen ska vara"),
        ("sftp://127.0.0.1:port/www", "port är inte ett tal"),
    ],
)
def test_addresses_that_are_none(good, address, words):
    done = publish(good, address)
    assert (done.returncode, names(done)[0].split()[-1]) == (WRONG_USE, "unfit-target")
    assert words in done.stderr
    assert "hemlig" not in done.stderr + done.stdout


def test_nobody_listens_there(server, good, www):
    done = send(server, good, server.address(www, free_port()))
    assert (done.returncode, names(done)[0].split()[-1]) == (PROBLEMS, "cannot-connect")
    assert "tar inte emot anslutningar" in done.stderr


def test_a_name_that_is_no_server(server, good, www):
    done = send(server, good, f"sftp://me@stod.invalid{www}")
    assert (done.returncode, names(done)[0].split()[-1]) == (PROBLEMS, "cannot-connect")


# --- what can go wrong on the way ------------------------------------------------------------------------------------


@pytest.mark.parametrize("after", [12_000, 60_000, 150_000])
def test_a_connection_that_is_lost_changes_nothing_and_the_next_run_goes_on(server, good, www, after):
    send(server, good, server.address(www))
    before = contents(www)
    text = (good / PROVIDER).read_text(encoding="utf-8")
    long = "".join(f"Stycke {n}: {'vi lyssnar på dig. ' * 40}\n\n" for n in range(200))
    (good / PROVIDER).write_text(text.replace("Vi lyssnar.", long), encoding="utf-8")
    with wire(server.port, after) as port:
        server.know(port)
        done = send(server, good, server.address(www, port))
    assert (done.returncode, names(done)[0].split()[-1]) == (PROBLEMS, "cannot-write")
    assert "förbindelsen med servern bröts" in done.stderr
    assert {path: h for path, h in contents(www).items() if not path.startswith(WORK)} == before
    assert send(server, good, server.address(www)).returncode == OK
    assert (www / PAGE).read_bytes() == (good / "build" / PAGE).read_bytes()


def test_a_full_disk_is_told_and_nothing_half_is_left(server, good, tmp_path):
    (tmp_path / "disk").mkdir()
    with small_disk(tmp_path / "disk", 8) as disk:
        done = send(server, good, server.address(disk / "www"))
        assert (done.returncode, names(done)[0].split()[-1]) == (PROBLEMS, "cannot-write")
        assert "disken kan vara full" in done.stderr
        assert contents(disk) == {}


def test_a_read_only_disk_is_told(server, good, tmp_path):
    (tmp_path / "disk").mkdir()
    with read_only(tmp_path / "disk") as disk:
        done = send(server, good, server.address(disk / "www"))
    assert (done.returncode, names(done)[0].split()[-1]) == (PROBLEMS, "cannot-write")


def test_a_file_that_cannot_be_replaced_stops_it_and_the_next_run_completes_it(server, good, www):
    send(server, good, server.address(www))
    change(good)
    with held(www / PAGE):
        done = send(server, good, server.address(www))
        assert (done.returncode, names(done)[0].split()[-1]) == (PROBLEMS, "half-published")
        assert PAGE in names(done)[0]
    assert not (www / WORK).exists()
    assert send(server, good, server.address(www)).returncode == OK
    assert (www / PAGE).read_bytes() == (good / "build" / PAGE).read_bytes()
    assert "Filer: 0 nya, 0 ändrade" in send(server, good, server.address(www)).stdout


def test_a_server_that_cannot_replace_in_one_step_does_it_in_two(tmp_path):
    (tmp_path / "new").write_text("new", encoding="utf-8")
    (tmp_path / "page").write_text("old", encoding="utf-8")
    with old_server() as sftp:
        Remote(sftp, sftp.close).replace(str(tmp_path / "new"), str(tmp_path / "page"))
    assert contents(tmp_path).keys() == {"page"}
    assert (tmp_path / "page").read_text(encoding="utf-8") == "new"


def test_two_who_publish_at_once_are_told_and_the_next_run_puts_it_right(server, good, www, monkeypatch):
    send(server, good, server.address(www))
    monkeypatch.setenv("HOME", str(server.home))
    monkeypatch.setenv("SSH_AUTH_SOCK", "")
    change(good)
    build(Config(good, good / "build", TODAY))
    built = built_in(good / "build")
    address = read_address(server.address(www))
    first, second = (Sftp(address, "server", lambda user, host: None) for _ in range(2))
    plan = compare(built, first.there(built))
    second_plan = compare(built, second.there(built))
    whole = first.remote.replace

    def replace_and_let_the_other_begin(source, target):
        whole(source, target)
        if target.endswith(PAGE):
            second.put(built, second_plan)

    first.remote.replace = replace_and_let_the_other_begin
    assert [finding.kind.name for finding in first.put(built, plan)] == ["published-meanwhile"]
    assert '""' in (www / LIST).read_text(encoding="utf-8")
    assert send(server, good, server.address(www)).returncode == OK
    assert "Filer: 0 nya, 0 ändrade" in send(server, good, server.address(www)).stdout
