from kameo.people import jobs
from kameo.people.domain import letters
from kameo.people.models import User


@jobs.SEND_RESET.runs
def send_reset(user_id: int, site: str) -> None:
    letters.send_reset(User.objects.active().get(pk=user_id), site)


@jobs.SEND_INVITATION.runs
def send_invitation(user_id: int, site: str) -> None:
    letters.send_invitation(User.objects.select_related("invited_by").get(pk=user_id), site)


@jobs.SEND_NOTICE.runs
def send_notice(user_id: int, notice: str, ip: str, browser: str) -> None:
    letters.send_notice(User.objects.get(pk=user_id), notice, ip, browser)
