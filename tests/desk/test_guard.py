from __future__ import annotations

from starlette.testclient import TestClient

from tests.desk.conftest import KEY, PORT


def stranger(client: TestClient) -> TestClient:
    return TestClient(client.app, base_url=f"http://127.0.0.1:{PORT}")


def test_without_the_key_nothing_is_shown(still: TestClient) -> None:
    for path in ("/", "/claims", "/article/a1", "/take/json", "/static/desk.js", "/nothing"):
        answer = stranger(still).get(path)
        assert answer.status_code == 403
        assert "Orlen" not in answer.text


def test_a_wrong_key_does_not_open(still: TestClient) -> None:
    assert stranger(still).get("/?key=wrong").status_code == 403
    assert stranger(still).get(f"/?key={KEY}x").status_code == 403


def test_the_key_leaves_the_address_for_a_cookie(still: TestClient) -> None:
    fresh = stranger(still)
    answer = fresh.get(f"/?key={KEY}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert fresh.get("/").status_code == 200


def test_another_name_for_this_machine_is_no_way_in(still: TestClient) -> None:
    for host in (f"evil.example:{PORT}", "127.0.0.1:1", "127.0.0.1", f"127.0.0.1.evil.example:{PORT}"):
        assert still.get("/", headers={"host": host}).status_code == 421


def test_another_site_cannot_post(still: TestClient) -> None:
    for origin in ("http://evil.example", "null", f"https://127.0.0.1:{PORT}", f"http://127.0.0.1:{PORT}.evil.example"):
        assert still.post("/undo", headers={"origin": origin}).status_code == 403
    del still.headers["origin"]
    try:
        assert still.post("/undo").status_code == 403
    finally:
        still.headers["origin"] = f"http://127.0.0.1:{PORT}"


def test_every_answer_carries_the_policy(still: TestClient) -> None:
    for path in ("/", "/static/desk.css", "/nothing", "/take/json", "/add/progress"):
        headers = still.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
    assert stranger(still).get("/").headers["content-security-policy"].startswith("default-src 'none'")
