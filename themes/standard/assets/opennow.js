// Says "open now" beside hours that stand on the page as text anyway. It says nothing when it cannot be sure: hours that
// are not known, a page that is older than it may be, a browser without time zones. sitegen/present/opening.py writes
// the hours; the words stand in the page.
(function () {
  "use strict";
  var DAY = 1440, WEEK_AHEAD = 7, UNSURE = null;
  var words = document.querySelector("[data-opening]");
  if (!words || !window.Intl) return;
  var texts = words.dataset;
  var holidays = texts.holidays ? texts.holidays.split(" ") : [];

  // The date and the minutes after midnight on a clock in Sweden, wherever the reader is.
  function now() {
    var parts = {};
    new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Stockholm", hourCycle: "h23",
      year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit"
    }).formatToParts(new Date()).forEach(function (part) { parts[part.type] = part.value; });
    return { date: [parts.year, parts.month, parts.day].join("-"), minutes: parts.hour * 60 + +parts.minute };
  }

  // Calendar days have no summer time: they are counted in UTC.
  function shifted(date, days) {
    return new Date(Date.parse(date + "T00:00:00Z") + days * 864e5).toISOString().slice(0, 10);
  }

  function parsed(text) {
    var parts = text.split("|"), before;
    return {
      days: parts[0].split(";").map(function (day) { return before = day === "=" ? before : day; }),
      dates: parts.slice(1).map(function (part) {
        var ends = part.split("=")[0].split("/");
        return { first: ends[0], last: ends[ends.length - 1], hours: part.split("=")[1] };
      })
    };
  }

  // The spans of a date in minutes after its midnight; UNSURE when they are not known.
  function spans(schedule, date) {
    var own = schedule.dates.find(function (item) { return item.first <= date && date <= item.last; });
    var weekday = (new Date(date + "T00:00:00Z").getUTCDay() + 6) % 7;
    var hours = own ? own.hours : schedule.days[holidays.indexOf(date) < 0 ? weekday : 7];
    if (date > texts.until || hours === "?") return UNSURE;
    return hours ? hours.split(",").map(function (span) { return span.split("-").map(Number); }) : [];
  }

  // Open or closed at a moment and until when, in minutes after today's midnight; UNSURE when that cannot be said.
  function state(text, at) {
    var schedule = parsed(text), found = [], sure = WEEK_AHEAD, before = spans(schedule, shifted(at.date, -1));
    for (var day = -1; day < WEEK_AHEAD; day++) {
      var own = spans(schedule, shifted(at.date, day));
      if (own === UNSURE) {
        if (day === 0) return UNSURE;
        if (day > 0) { sure = day; break; }
      } else {
        own.forEach(function (span) { found.push([span[0] + day * DAY, span[1] + day * DAY]); });
      }
    }
    found.sort(function (a, b) { return a[0] - b[0]; });
    var end = at.minutes;
    found.forEach(function (span) { if (span[0] <= end && span[1] > end) end = span[1]; });
    if (end > at.minutes) return { open: true, until: end < sure * DAY ? end : UNSURE };
    var begun = found.some(function (span) { return span[0] >= 0 && span[0] <= at.minutes; });
    if (before === UNSURE && !begun) return UNSURE; // yesterday's hours may reach into today
    var next = found.find(function (span) { return span[0] > at.minutes; });
    return { open: false, until: next ? next[0] : UNSURE };
  }

  function clock(minutes) {
    var ofDay = minutes % DAY;
    return texts.clock.replace("{hour}", Math.floor(ofDay / 60))
      .replace("{minute}", ("0" + ofDay % 60).slice(-2));
  }

  function weekday(date) {
    return new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", timeZone: "UTC" })
      .format(new Date(date + "T12:00:00Z"));
  }

  function sentence(found, at) {
    if (found.until === UNSURE) return found.open ? texts.textOpen : texts.textClosed;
    var days = Math.floor(found.until / DAY), text;
    // Half past one at night still belongs to the evening before: "closes 1.30" needs no weekday.
    if (found.open) text = found.until <= 1.5 * DAY ? texts.textOpenUntil : texts.textOpenUntilDay;
    else text = days === 0 ? texts.textOpens : days === 1 ? texts.textOpensTomorrow : texts.textOpensDay;
    return text.replace("{time}", clock(found.until)).replace("{day}", weekday(shifted(at.date, days)));
  }

  function mayspeak(at) { return at.date <= texts.until; }

  function show() {
    var at = now();
    document.querySelectorAll(".open-now[data-open]").forEach(function (place) {
      var found = mayspeak(at) ? state(place.dataset.open, at) : UNSURE;
      place.hidden = found === UNSURE;
      place.textContent = found === UNSURE ? "" : sentence(found, at);
      if (found !== UNSURE) place.dataset.now = found.open ? "open" : "closed";
    });
  }

  // For filter.js: a function that tells whether one of several schedules is surely open now, or nothing.
  window.sitegenOpenNow = function () {
    var at = now();
    if (!mayspeak(at)) return UNSURE;
    return function (schedules) {
      return schedules.split(" ").some(function (text) {
        var found = text && state(text, at);
        return !!found && found.open;
      });
    };
  };

  try {
    show();
    document.addEventListener("visibilitychange", function () { if (!document.hidden) show(); });
    window.addEventListener("pageshow", function (event) { if (event.persisted) show(); });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // no such time zone or language: say nothing
    window.sitegenOpenNow = undefined;
  }
})();
