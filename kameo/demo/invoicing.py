"""Three years of invoices, from what each customer brings, its season, its growth and its history."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from kameo.demo.chance import amount, pick, stream, working_day
from kameo.demo.dating import month_name, months_from
from kameo.demo.shapes import Bill, DemoEntity

YEARS = 3
# The share of each calendar month (January first), before it is brought to a mean of one.
SEASONS = {
    "flat": (1.0, 1.0, 1.05, 1.0, 0.95, 1.05, 0.9, 0.7, 1.1, 1.1, 1.1, 1.05),
    "food": (0.9, 0.9, 1.0, 1.0, 1.0, 1.0, 0.95, 0.8, 1.1, 1.15, 1.25, 1.3),
    "cold": (0.8, 0.8, 0.9, 0.95, 1.1, 1.3, 1.4, 1.25, 1.0, 0.9, 0.9, 1.1),
    "energy": (1.4, 1.3, 1.2, 0.9, 0.7, 0.6, 0.6, 0.6, 0.9, 1.2, 1.3, 1.4),
    "summer": (0.7, 0.8, 1.0, 1.1, 1.3, 1.3, 1.2, 0.9, 1.0, 0.9, 0.8, 0.7),
    "harvest": (0.7, 0.7, 0.8, 0.9, 0.9, 1.1, 1.3, 1.3, 1.4, 1.3, 0.9, 0.7),
}
# Which twelfths of the last three years (0 is the latest) a life has invoices in.
LIVES = {
    "returned": {*range(5), *range(21, 36)},
    "stopped": set(range(9, 36)),
    "asleep": set(range(20, 36)),
    "none": set(),
}
SERVICES = (
    "Supervision énergétique, abonnement {month}",
    "Maintenance préventive, {month}",
    "Astreinte 24 h, {month}",
    "Interventions correctives, {month}",
    "Pièces de rechange et capteurs",
    "Location de passerelles de mesure, {month}",
    "Étalonnage de sondes",
    "Mise à jour des automates",
    "Formation aux habilitations électriques",
)


def bills(entities: Iterable[DemoEntity], today: date) -> list[Bill]:
    """Every invoice and credit note, numbered in the order of their dates as the law asks."""
    drafts: list[Bill] = []
    for entity in entities:
        drafts += _of(entity, today)
    return _numbered(drafts)


def _of(entity: DemoEntity, today: date) -> list[Bill]:
    if not entity.yearly:
        return []
    draw = stream("bills", entity.name)
    found: list[Bill] = []
    for year in range(YEARS):
        slots = [slot for slot in range(year * 12, year * 12 + 12) if _billed(entity, slot)]
        days = {slot: _invoice_day(slot, today, draw) for slot in slots}
        weights = {slot: SEASONS[entity.season][days[slot].month - 1] * draw.uniform(0.88, 1.12) for slot in slots}
        level = entity.yearly * 1000 / (1 + entity.growth) ** year * min(1, len(slots) * entity.every / 12)
        found += [_invoice(entity, days[slot], level * weights[slot] / sum(weights.values()), draw) for slot in slots]
    found.sort(key=lambda bill: bill.day)
    return found + _credits(entity, found, today, draw)


def _billed(entity: DemoEntity, slot: int) -> bool:
    if slot % entity.every or slot >= entity.years * 12:
        return False
    return slot in LIVES.get(entity.life, range(36))


def _invoice_day(slot: int, today: date, draw: random.Random) -> date:
    """A working day of the `slot`-th month back, inside it so that twelve slots are twelve months exactly."""
    start = months_from(today, -slot - 1)
    return working_day(start + timedelta(days=5 + draw.randrange(23)))


def _invoice(entity: DemoEntity, day: date, net: float, draw: random.Random) -> Bill:
    total = amount(max(net, 60))
    month = f"{month_name(day)} {day.year}"
    count = draw.choice((1, 1, 2, 3)) if total > 2000 else 1
    labels = [label.format(month=month) for label in draw.sample(SERVICES, count)]
    shares = [amount(float(total) * 0.6 if rank == 0 else float(total) * 0.4 / (count - 1)) for rank in range(count)]
    shares[0] = total - sum(shares[1:], Decimal(0))
    lines = tuple(zip(labels, shares, strict=True))
    return Bill(entity.name, "", "invoice", day, entity.currency, total, labels[0], lines)


def _credits(entity: DemoEntity, invoices: list[Bill], today: date, draw: random.Random) -> list[Bill]:
    """One invoice in thirty is corrected a little; the unusual lives have their own credit notes."""
    found = []
    for bill in invoices:
        later = working_day(bill.day + timedelta(days=draw.randint(12, 35)))
        if draw.random() < 1 / 30 and bill.day < later <= today:
            share = pick(draw, (0.05, 0.08, 0.1, 0.15))
            found.append(_credit(bill, later, amount(float(bill.net) * share), "Écart de relevé"))
    if entity.life == "late credit":
        last_year = [bill for bill in invoices if bill.day.year == today.year - 1][-1]
        day = min(today, max(last_year.day, date(today.year, 1, 18)))
        found.append(_credit(last_year, day, amount(float(last_year.net) * 0.4), "Prestation non réalisée"))
    if entity.life == "cancelled":
        bill = invoices[-1]
        found.append(_credit(bill, min(today, bill.day + timedelta(days=9)), Decimal(bill.net), "Annulation totale"))
    return found


def _credit(bill: Bill, day: date, value: Decimal, why: str) -> Bill:
    # `corrects` holds the position of the corrected draft until numbers are given.
    return Bill(
        bill.account, "", "credit_note", day, bill.currency, -value, why, ((why, -value),), corrects=_mark(bill)
    )


def _mark(bill: Bill) -> str:
    return f"{bill.account}|{bill.day}|{bill.net}"


def _numbered(drafts: list[Bill]) -> list[Bill]:
    numbers: dict[str, str] = {}
    counts: dict[tuple[str, int], int] = {}
    found = []
    for bill in sorted(drafts, key=lambda one: (one.day, one.kind != "invoice", one.account)):
        letter = "F" if bill.kind == "invoice" else "A"
        rank = counts[letter, bill.day.year] = counts.get((letter, bill.day.year), 0) + 1
        number = f"{letter}-{bill.day:%y}-{rank:04d}"
        if bill.kind == "invoice":
            numbers[_mark(bill)] = number
            found.append(replace(bill, number=number))
        else:
            corrected = numbers[bill.corrects]
            found.append(replace(bill, number=number, corrects=corrected, label=f"{bill.label}, facture {corrected}"))
    return found


def rates(today: date) -> dict[str, list[tuple[date, Decimal]]]:
    """What a pound, dollar and Swiss franc were worth in euros, month by month; nothing for dirhams."""
    found: dict[str, list[tuple[date, Decimal]]] = {}
    for currency, middle in (("GBP", 1.162), ("USD", 0.918), ("CHF", 1.048)):
        draw, value = stream("rate", currency), middle
        found[currency] = []
        for back in range(YEARS * 12 + 1, -1, -1):
            value += draw.uniform(-0.011, 0.011) + (middle - value) * 0.2
            found[currency].append((months_from(today, -back).replace(day=1), Decimal(f"{value:.4f}")))
    return found
