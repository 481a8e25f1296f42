from __future__ import annotations

from fitfolio.exports.json_export import export_json
from fitfolio.exports.streaming import write_whole
from tests.exports.accounts import fill


def test_a_download_that_nobody_reads_holds_no_connection(server):
    ada = server.sign_in()
    fill(server, ada)
    db, folder = server.state.db, server.state.settings.data_dir
    before = db.engine.pool.checkedout()
    waiting = [write_whole(db, lambda conn: export_json(conn, ada.id), folder) for _ in range(12)]
    assert db.engine.pool.checkedout() == before
    assert ada.client.get("/api/v1/home").status_code == 200
    contents = {file.read() for file, _ in waiting}
    assert {len(text) for text in contents} == {size for _, size in waiting}
    answer = ada.client.get("/api/v1/export", headers={"Accept-Encoding": "identity"})
    assert contents == {answer.content}
    assert answer.headers["content-length"] == str(len(answer.content))
    for file, _ in waiting:
        file.close()
