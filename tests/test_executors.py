"""Municipalities made in other processes and on a cluster: the same bytes, also when a worker dies half-way."""

import os
import signal
import socket
import sys
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace

import pytest
import sites
from test_cache import BOTH

from sitegen import executors
from sitegen.build import build
from sitegen.config import Config
from sitegen.demo import write_demo
from sitegen.executors import jobs


@pytest.fixture
def project(tmp_path):
    return sites.project(tmp_path / "project", BOTH)


def built(project, **options):
    out = project.parent / ("-".join(str(value) for value in options.values()).replace("/", "") or "here")
    return build(Config(project, out, sites.TODAY, **options)), out


def test_two_processes_make_what_one_makes(project):
    one, here = built(project, jobs=1)
    two, there = built(project, jobs=2)
    sites_same = (one.pages, one.offers, one.municipalities, sites.told(one))
    assert sites_same == (two.pages, two.offers, two.municipalities, sites.told(two))
    assert sites.contents(here) == sites.contents(there)
    assert len(sites.contents(here)) > 50


def test_processes_tell_every_mistake_of_a_theme_and_publish_nothing(project):
    (project / "themes/standard/templates/offer.html").write_text("\n{{ page.nothing }}", encoding="utf-8")
    one, _ = built(project, jobs=1)
    two, out = built(project, jobs=2)
    assert sites.told(one) == sites.told(two)
    assert "themes/standard/templates/offer.html:2 template-error" in sites.told(two)
    assert not out.exists()


def test_a_worker_that_is_killed_costs_time_and_nothing_else(project, monkeypatch):
    class Killed(ProcessPoolExecutor):
        def submit(self, *given):
            future = super().submit(*given)
            for process in list(self._processes.values()):
                process.kill()
            return future

    monkeypatch.setattr(executors, "ProcessPoolExecutor", Killed)
    two, there = built(project, jobs=2)
    assert two.written is not None
    assert sites.contents(there) == sites.contents(built(project, jobs=1)[1])


class LivesOn(ProcessPoolExecutor):
    """Workers that outlive a build, as those of a cluster do: here the process of the test."""

    sent = 0

    def submit(self, work, *given):
        type(self).sent += 1
        future = Future()
        future.set_result(work(*given))
        return future


def test_a_worker_that_lives_on_sees_a_changed_theme_also_without_the_memory(project, monkeypatch):
    monkeypatch.setattr(executors, "ProcessPoolExecutor", LivesOn)
    built(project, jobs=2, cache=False)
    base = project / "themes/standard/templates/offer.html"
    base.write_text(base.read_text(encoding="utf-8") + "<!-- ny mall -->", encoding="utf-8")
    _, out = built(project, jobs=2, cache=False)
    assert b"<!-- ny mall -->" in (out / "tallkoping/insatser/familjehuset/samtal.html").read_bytes()


def test_what_was_made_before_does_not_travel(project, monkeypatch):
    monkeypatch.setattr(executors, "ProcessPoolExecutor", LivesOn)
    monkeypatch.setattr(LivesOn, "sent", 0)
    _, out = built(project, jobs=2, cache=True)
    before, sent = sites.contents(out), LivesOn.sent
    again, _ = built(project, jobs=2, cache=True)
    assert (sent, LivesOn.sent) == (2, 2)
    assert sites.contents(out) == before
    assert again.reused > 50


def test_small_sites_stay_in_one_process(project, monkeypatch):
    config = Config(project, project / "build", sites.TODAY, jobs=0)
    found = [10, 20]
    assert jobs(config, found) == 1
    monkeypatch.setattr(executors, "WORTH_IT", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert jobs(config, found) == 2
    assert jobs(replace(config, jobs=5), found) == 2


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "dask://", "http://127.0.0.1:1"])
def test_an_address_that_is_none_is_told(project, address):
    report, _ = built(project, executor=address)
    assert sites.told(report) == ["--executor bad-executor"]


def test_a_scheduler_that_does_not_answer_is_told(project, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(executors, "SECONDS", 1)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        report, out = built(project, executor=f"dask://127.0.0.1:{closed.getsockname()[1]}")
    assert sites.told(report) == ["--executor no-scheduler"]
    assert not out.exists()


def test_without_dask_the_extra_is_named(project, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    report, _ = built(project, executor="dask://127.0.0.1:8786")
    assert sites.told(report) == ["--executor no-dask"]


def test_a_cluster_that_loses_a_worker_half_way_gives_the_same_site(tmp_path):
    distributed = pytest.importorskip("distributed")
    project = tmp_path / "project"
    write_demo(project, 5, 4, 3)
    _, here = built(project, jobs=1)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        doomed = next(iter(cluster.workers.values())).pid
        killed = threading.Event()

        def progress(what, done, total):
            if done == 1 and not killed.is_set():
                os.kill(doomed, signal.SIGKILL)
                killed.set()
                time.sleep(0)

        address = cluster.scheduler_address.replace("tcp://", "dask://")
        config = Config(project, tmp_path / "there", sites.TODAY, executor=address)
        report = build(config, progress)
    assert killed.is_set()
    assert report.written is not None
    assert sites.contents(here) == sites.contents(tmp_path / "there")
