"""The way back in for whoever holds the machine."""

import pytest
from allauth.mfa.totp.internal import auth as totp

from kameo.config.commands.colleagues import _administrator
from kameo.people import domain

pytestmark = pytest.mark.django_db


def test_an_administrator_made_again_comes_in_without_the_second_factor(gilles):
    totp.TOTP.activate(gilles, totp.generate_totp_secret())
    assert domain.second_factors(gilles) == ["totp"]
    made, created = _administrator(gilles.email, "Autre-phrase-de-passe-7")
    assert (made, created) == (gilles, False)
    assert domain.second_factors(gilles) == []
