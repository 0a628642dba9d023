"""The API as a newsroom's own system uses it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from factcheck.api import MAXIMUM_BODY, routes
from factcheck.pipeline import ingest
from factcheck.pipeline.opening import open_workspace


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with open_workspace(tmp_path_factory.mktemp("api")) as workspace:
        text = "The storm felled 400 trees, the forest office of Grenlow said."
        ingest.ingest(workspace, ingest.from_text(text, outlet="Grenlow Post", date="2024-06-12"))
        with TestClient(Starlette(routes=routes(lambda: workspace))) as made:
            yield made


def test_api_health_answers(client: TestClient) -> None:
    assert client.get("/api/health").json()["ok"] is True


def test_api_lists_documents_and_finds_claims(client: TestClient) -> None:
    (document,) = client.get("/api/documents").json()["documents"]
    assert document["outlet"] == "Grenlow Post"
    (hit,) = client.get("/api/search", params={"q": "trees felled by the storm"}).json()["hits"]
    found = client.get(f"/api/claims/{hit['claim_id']}").json()
    assert found["document_id"] == document["document_id"]
    assert found["claim"]["figures"][0]["low"] == 400


def test_api_extracts_and_compares_without_storing(client: TestClient) -> None:
    made = client.post("/api/extract", json={"text": "Police counted 58 dead.", "date": "2024-06-12"}).json()
    assert made["claims"][0]["figures"][0]["low"] == 58
    pair = {"a": {"text": "31 people were killed."}, "b": {"text": "Thirty-one people were killed."}}
    assert client.post("/api/compare", json=pair).json()["group"] == "agree"
    assert len(client.get("/api/documents").json()["documents"]) == 1


def test_api_has_conflicts_and_decisions(client: TestClient) -> None:
    assert client.get("/api/conflicts").json() == {"conflicts": []}
    assert client.get("/api/decisions").json() == {"decisions": []}


@pytest.mark.parametrize(
    ("method", "path", "content", "status"),
    [
        ("GET", "/api/claims/none", None, 404),
        ("GET", "/api/search", None, 400),
        ("GET", "/api/search?q=a&k=0", None, 400),
        ("GET", "/api/search?q=a&mode=magic", None, 400),
        ("GET", "/api/conflicts?since=soon", None, 400),
        ("POST", "/api/extract", b"not json", 400),
        ("POST", "/api/extract", b"[]", 400),
        ("POST", "/api/extract", b'{"text": 5}', 400),
        ("POST", "/api/compare", b'{"a": {"text": "x"}}', 400),
        ("POST", "/api/extract", b" " * (MAXIMUM_BODY + 1), 413),
        ("GET", "/api/search?q=a&k=" + "9" * 5000, None, 400),
        ("POST", "/api/extract", b'{"text": "58 died.", "title": "\\ud800"}', 400),
    ],
)
def test_api_answers_a_bad_request_with_one_line(
    client: TestClient, method: str, path: str, content: bytes | None, status: int
) -> None:
    answer = client.request(method, path, content=content)
    assert answer.status_code == status
    assert len(answer.json()["error"].splitlines()) == 1
