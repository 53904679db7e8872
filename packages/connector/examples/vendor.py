#!/usr/bin/env python3
"""A practice program in plain Python that publishes its agenda to SAS through sas-connector.

    python3 vendor.py [--port N] [--secret TEXT]

What concerns SAS is `answer` and the three functions above it; the rest is its own database.
"""
import argparse
import datetime
import hmac
import json
import sqlite3
from http.server import BaseHTTPRequestHandler, HTTPServer

TABLES = """
create table practitioner (id text, rpps text, family text, given text, consent integer);
create table place (id text, finess text, line text, postal_code text, city text, phone text);
create table slot (id text, practitioner text, place text, site text, start text, minutes integer,
                   visibility text, reason text);
create table regulator (id text primary key, kind text, value text, active integer,
                        family text, given text, email text);
create unique index active_regulator on regulator (kind, value) where active and value is not null;
insert into practitioner values ('p1', '10 999 001 000', 'AUBRY', 'Camille', 1),
                                ('p2', '10999001018', 'BELLANGER', 'Sacha', 0);
insert into place values ('c1', '760009001', '12 rue des Galets', '76 600', 'Le Havre', '02 61 91 10 20');
"""
ASSOCIATION = {
    "id": "sos", "siret": "90000090200016", "name": "SOS Médecins de démonstration",
    "sites": [{"id": "pfg", "name": "Centre Nord", "line": "1 rue du Belvédère",
               "postalCode": "76620", "city": "Le Havre", "phone": "02 61 91 50 50"}],
}


def open_database():
    database = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    database.row_factory = sqlite3.Row
    database.executescript(TABLES)
    first = datetime.datetime.now(datetime.timezone.utc).replace(minute=0, second=0, microsecond=0)
    for hour in range(3, 40, 6):
        start = (first + datetime.timedelta(hours=hour)).isoformat()
        for person in ("p1", "p2"):
            database.execute("insert into slot values (?, ?, 'c1', null, ?, 15, 'PUBLIC,PRO', 'Fièvre')",
                             (f"{person}-{hour}", person, start))
        database.execute("insert into slot values (?, null, null, 'pfg', ?, 20, 'PUBLIC,SNP', '')",
                         (f"pfg-{hour}", start))
    return database


def slots_where(database, condition, values, start, end):
    rows = database.execute(f"select * from slot where {condition}", values).fetchall()
    found = []
    for row in rows:
        begins = datetime.datetime.fromisoformat(row["start"])
        if start <= begins <= end:
            slot = {"id": row["id"], "start": row["start"],
                    "end": (begins + datetime.timedelta(minutes=row["minutes"])).isoformat(),
                    "visibility": row["visibility"].split(","), "modalities": ["AMB"],
                    "booking": "ROUTINE", "url": f"https://agenda.example/rdv?creneau={row['id']}"}
            if row["reason"]:
                slot["reasons"] = [row["reason"]]
            owner = ("site",) if row["site"] else ("practitioner", "place")
            found.append({**slot, **{name: row[name] for name in owner}})
    return found


def slots_of(database, practitioners, start, end):
    people = [row for row in database.execute("select * from practitioner")
              if "8" + row["rpps"].replace(" ", "") in practitioners]
    marks = ",".join("?" * len(people))
    return {
        "practitioners": [{"id": row["id"], "nationalId": row["rpps"], "family": row["family"],
                           "given": row["given"], "consent": bool(row["consent"])} for row in people],
        "places": [{"id": row["id"], "structure": {"finess": row["finess"]}, "line": row["line"],
                    "postalCode": row["postal_code"], "city": row["city"], "phone": row["phone"]}
                   for row in database.execute("select * from place")],
        "slots": slots_where(database, f"practitioner in ({marks})", [row["id"] for row in people],
                             start, end),
    }


def regulators(database, message):
    if "find" in message:
        wanted = message["find"]
        rows = database.execute("select * from regulator where kind = ? and value = ?",
                                (wanted["kind"], wanted["value"]))
        return {"accounts": [{"id": row["id"], "active": bool(row["active"]),
                              "identifier": {"kind": row["kind"], "value": row["value"]},
                              "family": row["family"], "given": row["given"], "email": row["email"]}
                             for row in rows]}
    database.execute("begin")
    try:
        for account in message["save"]:
            identifier = account["identifier"] or {"kind": None, "value": None}
            database.execute("insert or ignore into regulator (id) values (?)", (account["id"],))
            database.execute("update regulator set kind = ?, value = ?, active = ?, family = ?, given = ?, "
                             "email = ? where id = ?",
                             (identifier["kind"], identifier["value"], account["active"],
                              account["family"], account["given"], account["email"], account["id"]))
        database.execute("commit")
        return {"result": "saved"}
    except sqlite3.IntegrityError:
        database.execute("rollback")
        return {"result": "duplicate"}


def answer(database, message):
    if message["call"] == "regulators":
        return regulators(database, message)
    start, end = (datetime.datetime.fromisoformat(message[name].replace("Z", "+00:00"))
                  for name in ("from", "to"))
    if message["call"] == "slots":
        return slots_of(database, message["practitioners"], start, end)
    if message["call"] == "associations":
        known = ASSOCIATION["siret"] in message["sirets"]
        return {"associations": [ASSOCIATION],
                "slots": slots_where(database, "site = 'pfg'", (), start, end) if known else []}
    raise ValueError("unknown call")


def handler(database, secret):
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            given = self.headers.get("Authorization", "")
            if not hmac.compare_digest(given.encode(), f"Bearer {secret}".encode()):
                return self.send_error(401)
            size = int(self.headers.get("Content-Length", 0))
            body = json.dumps(answer(database, json.loads(self.rfile.read(size)))).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Handler


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--port", type=int, default=9000)
    arguments.add_argument("--secret", default="change-me")
    options = arguments.parse_args()
    server = HTTPServer(("127.0.0.1", options.port), handler(open_database(), options.secret))
    print(f"vendor ready on http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()
