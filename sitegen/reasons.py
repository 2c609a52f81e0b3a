"""Why the system refused, in Swedish: the operating system's own words are English everywhere."""

from __future__ import annotations

import errno

from sitegen.i18n import N_

WORDS = {
    errno.EACCES: N_("du har inte rätt till den"),
    errno.EPERM: N_("du har inte rätt till den"),
    errno.ENOENT: N_("den finns inte"),
    errno.EISDIR: N_("det är en mapp"),
    errno.ENOTDIR: N_("det är inte en mapp"),
    errno.ENOSPC: N_("disken är full"),
    errno.EFBIG: N_("filen blir för stor"),
    errno.EROFS: N_("disken går bara att läsa"),
    errno.EBUSY: N_("den används av något annat"),
    errno.ELOOP: N_("länken leder till sig själv"),
    errno.ENAMETOOLONG: N_("namnet är för långt"),
    errno.ECONNREFUSED: N_("servern tar inte emot anslutningar på den porten"),
    errno.ECONNRESET: N_("förbindelsen med servern bröts"),
    errno.ETIMEDOUT: N_("servern svarar inte"),
    errno.EHOSTUNREACH: N_("det finns ingen väg till servern"),
    errno.ENETUNREACH: N_("datorn har inget nät"),
    errno.EIO: N_("disken svarar inte som den ska"),
}


def reason_of(error: OSError) -> str:
    """A key of the message catalogue, or the system's own words when it is something rare."""
    return WORDS.get(error.errno or 0, error.strerror or str(error))
