"""Imports packages into a new Anki collection, one after another, and says as JSON what is there.

    read_deck.py [--no-scheduling] DECK.apkg…
"""
import json
import os
import sys
import tempfile

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

with tempfile.TemporaryDirectory() as folder:
    collection = Collection(os.path.join(folder, "collection.anki2"))
    collection.set_config("fsrs", True)
    paths = sys.argv[1:]
    scheduling = "--no-scheduling" not in paths
    logs = []
    for path in [path for path in paths if path.endswith(".apkg")]:
        options = ImportAnkiPackageOptions(with_scheduling=scheduling, with_deck_configs=True)
        log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options)).log
        logs.append({"new": len(log.new), "updated": len(log.updated), "duplicate": len(log.duplicate)})
    cards = {}
    for id in collection.find_cards(""):
        card = collection.get_card(id)
        note = card.note()
        memory = card.memory_state
        reviews = collection.db.all("select id, ease, ivl, factor, time, type from revlog where cid = ? order by id", id)
        cards[note.fields[2]] = {
            "id": id, "front": note.fields[0], "back": note.fields[1], "question": card.question(),
            "deck": collection.decks.name(card.did), "type": card.type, "queue": card.queue, "due": card.due,
            "interval": card.ivl, "answers": card.reps, "lapses": card.lapses,
            "stability": memory.stability if memory else None, "difficulty": memory.difficulty if memory else None,
            "reviews": [{"time": r[0], "ease": r[1], "interval": r[2], "type": r[5]} for r in reviews],
        }
    options = collection.decks.config_dict_for_deck_id(collection.decks.id(collection.decks.all_names_and_ids()[-2].name))
    problems, isSound = collection.fix_integrity()
    media = sorted(os.listdir(collection.media.dir()))
    print(json.dumps({
        "logs": logs, "notes": collection.note_count(), "cards": cards, "today": collection.sched.today,
        "decks": [deck.name for deck in collection.decks.all_names_and_ids()], "media": media, "isSound": isSound,
        "parameters": [round(w, 4) for w in options.get("fsrsParams6", [])],
        "notetypes": [kind.name for kind in collection.models.all_names_and_ids()].count("Learn"),
    }))
    collection.close()
