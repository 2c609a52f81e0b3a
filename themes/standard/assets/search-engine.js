/* The search engine: finds entries of an index (sitegen/formats/search/) for what a person has typed. It touches no page.
   docs/search.md tells how it ranks and how well. One global: sitegenSearch(index). */
var sitegenSearch = (function () {
  "use strict";

  const CLASSES = [0, 1, 2.5, 4, 5, 10]; // body, detail, summary, owner, title
  const KINDS = { o: 1, a: 1.15, p: 1.05, l: 0.7, n: 0.7, u: 0.45, t: 0.38, s: 0.6 };
  const SYNONYM = 0.65; // what a synonym is worth beside the word itself
  const BESIDE = 0.35; // what the weaker of the two adds to the stronger
  const FOLDED = 0.85; // a word that is equal but for its accents
  const EMPTY = 0.15; // a word that says nothing by itself, such as "help"
  const MARKS = /[\p{Mn}\u00ad\u0640]/gu;
  const WORD = /[\p{L}\p{N}]+/gu;

  const plain = (text) => text.normalize("NFC").toLowerCase().replace(MARKS, "").replace(/(?<=[\p{L}\p{N}]):(?=[\p{L}\p{N}])/gu, "");
  const fold = (word) => word.normalize("NFKD").replace(MARKS, "").replace(/ة/g, "ه").replace(/ى/g, "ي");
  const list = (text) => (text ? text.split(" ") : []);
  const numbers = (text) => text.split(".").map((part) => parseInt(part, 36));

  /* The whole text as digits, when it is a telephone number or a part of one. */
  function digits(text) {
    if (!/^[\d\s()+./\u2010-\u2014-]+$/.test(text)) return "";
    const found = text.replace("(0)", "").replace(/\D/g, "");
    return /^\s*(\+|00)/.test(text) ? found.replace(/^(0046|46)(?=\d{7})/, "0") : found;
  }

  /* Pairs of entry and class, written as steps. */
  function pairs(text) {
    let at = 0;
    return text ? numbers(text).map((step) => [(at += step >> 3), step & 7]) : [];
  }

  /* Least number of letters to change, leave out, put in or swap; more than `most` is told as most + 1. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
      const now = [row];
      let least = row;
      for (let column = 1; column <= b.length; column++) {
        const change = last[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
        let cost = Math.min(last[column] + 1, now[column - 1] + 1, change);
        if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
          cost = Math.min(cost, before[column - 2] + 1);
        }
        now.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      before = last;
      last = now;
    }
    return last[b.length];
  }

  /* The same with the closest beginning or end of a longer word. */
  function distanceToPart(typed, word, most) {
    let best = distance(typed, word, most);
    for (let length = typed.length - 1; length <= typed.length + 1 && best > 1; length++) {
      if (length >= word.length) break;
      best = Math.min(best, distance(typed, word.slice(0, length), most) + 0.2, distance(typed, word.slice(-length), most) + 0.4);
    }
    return best;
  }

  /* The letters of a word as bits, to see at once that another lacks too many of them. */
  const letters = (word) => [...word].reduce((bits, letter) => bits | (1 << letter.charCodeAt(0) % 31), 0);
  const bits = (set) => { let sum = 0; for (; set; set &= set - 1) sum++; return sum; };
  const mistakes = (word) => (word.length < 4 || /^\d/.test(word) ? 0 : word.length < 8 ? 1 : 2);

  return function (index) {
    const vocabulary = (text) => {
      const words = list(text);
      const folded = words.map(fold);
      return { words, folded, letters: folded.map(letters), at: new Map(words.map((word, place) => [word, place])) };
    };
    const texts = vocabulary(index.words), said = vocabulary(index.said);
    const posts = index.posts.split(" ").map(pairs), concepts = index.concepts.split(" ").map(pairs);
    const phrases = list(index.phrases).map(numbers), means = list(index.means).map(numbers);
    const phrasesOf = said.words.map(() => []);
    phrases.forEach((phrase, number) => phrase.forEach((word) => phrasesOf[word].push(number)));
    const empty = new Set(list(index.empty));
    const endings = list(index.endings).sort((a, b) => b.length - a.length);
    const titles = index.titles.map((title) => (plain(title).match(WORD) || []).map(fold));
    const count = titles.length;

    /* A word without its ending, if that leaves four letters; what is left is the beginning of the word's other forms. */
    function stem(word) {
      const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= 4);
      return ending ? word.slice(0, -ending.length) : word;
    }

    /* How well a typed word fits each word of a vocabulary: place -> 0 to 1. */
    function fitting(typed, where) {
      const folded = fold(typed), begun = stem(typed), root = fold(begun), found = new Map();
      const accented = typed !== folded;
      where.folded.forEach((word, place) => {
        const at = word.indexOf(folded);
        let fit = 0;
        if (at >= 0) {
          const part = folded.length / word.length;
          if (part === 1) fit = 1;
          else if (at === 0) fit = folded.length > 3 ? 0.6 + 0.3 * part : folded.length > 1 ? 0.4 + 0.3 * part : 0.3;
          else if (folded.length > 3 && at + folded.length === word.length) fit = 0.45 + 0.25 * part;
          else if (folded.length > 3) fit = 0.4 + 0.3 * part;
          else if (folded.length === 3 && at + 3 === word.length && part >= 0.4) fit = 0.35;
          const same = where.words[place].indexOf(typed) >= 0;
          if (!same) fit *= accented ? 0.6 : FOLDED;
        } else if (root !== folded && word.startsWith(root)) {
          fit = (word.length <= root.length + 3 ? 0.75 : 0.45) * (where.words[place].startsWith(begun) ? 1 : FOLDED);
        }
        if (fit) found.set(place, fit);
      });
      return found;
    }

    /* The words that may be meant by a misspelt one. */
    function near(typed, where, most) {
      const folded = fold(typed), own = letters(folded), found = new Map();
      where.folded.forEach((word, place) => {
        if (word.length < 4 || bits(own & ~where.letters[place]) > most) return;
        const off = folded.length > 4 ? distanceToPart(folded, word, most) : distance(folded, word, most);
        if (off <= most + 0.4) found.set(place, (folded[0] === word[0] ? 0.62 : 0.5) - 0.14 * (off - 1));
      });
      return found;
    }

    /* The entries that words lead to, by themselves and through what people mean by them: entry -> score. */
    function leads(own, meant, all) {
      const literal = new Map(), spoken = new Map();
      const worth = (entry, where) => CLASSES[where] * (where === 5 ? 0.75 + 0.25 / Math.max(1, titles[entry].length) : 1);
      const add = (scores, entry, score) => { if (score > (scores.get(entry) || 0)) scores.set(entry, score); };
      own.forEach((fit, place) => posts[place].forEach(([entry, where]) => add(literal, entry, fit * worth(entry, where))));
      meant.forEach((fit, word) => phrasesOf[word].forEach((number) => {
        const phrase = phrases[number];
        const said = phrase.reduce((sum, part) => sum + Math.max(...all.map((fits) => fits.get(part) || 0)), 0) / phrase.length;
        const whole = phrase.length === 1 ? fit : said > 0.7 ? said * 1.1 : said * fit * 0.3;
        means[number].forEach((concept) => concepts[concept].forEach(([entry, where]) => add(spoken, entry, whole * SYNONYM * worth(entry, where))));
      }));
      spoken.forEach((score, entry) => {
        const other = literal.get(entry) || 0;
        literal.set(entry, Math.max(score, other) + BESIDE * Math.min(score, other));
      });
      return literal;
    }

    /* A compound that no page has, as two words that pages or people have: "alkoholproblem". */
    function parts(typed) {
      for (let cut = typed.length - 3; cut >= 3; cut--) {
        const head = typed.slice(0, cut), tail = typed.slice(cut);
        const known = [head, head.replace(/s$/, "")].find((word) => texts.at.has(word) || said.at.has(word));
        if (known && (texts.at.has(tail) || said.at.has(tail))) return [known, tail];
      }
      for (let cut = typed.length - 1; cut >= 4; cut--) {
        const head = typed.slice(0, cut), tail = typed.slice(-cut);
        const known = [head, head.replace(/s$/, ""), tail].find((word) => texts.at.has(word) || said.at.has(word));
        if (known) return [known];
      }
      return [];
    }

    const strongest = (...maps) => Math.max(0, ...maps.flatMap((found) => [...found.values()]));

    /* What a typed word may be: words of pages, words that people say, and how sure that is. */
    function readings(typed) {
      const own = fitting(typed, texts), meant = fitting(typed, said);
      if (typed.length < 4 && strongest(own, meant) === 1) { // an abbreviation, and not the beginning of a word
        for (const fits of [own, meant]) fits.forEach((fit, place) => fits.set(place, fit < 1 ? fit / 2 : 1));
      }
      if (strongest(meant) === 1) meant.forEach((fit, word) => { if (fit < 0.8) meant.delete(word); });
      if (strongest(own, meant) >= 0.5 || /^\d+$/.test(typed)) return { typed, own, meant };
      const split = parts(typed).map((part) => ({ own: fitting(part, texts), meant: fitting(part, said) }));
      const most = mistakes(typed);
      const wrong = most ? { own: near(typed, texts, most), meant: near(typed, said, most) } : { own: new Map(), meant: new Map() };
      if (strongest(wrong.own, wrong.meant) > 0.47 || !split.length) {
        own.forEach((fit, place) => wrong.own.set(place, Math.max(fit, wrong.own.get(place) || 0)));
        meant.forEach((fit, place) => wrong.meant.set(place, Math.max(fit, wrong.meant.get(place) || 0)));
        return { typed, own: wrong.own, meant: wrong.meant };
      }
      const both = (key) => {
        const joined = new Map();
        split.forEach((part) => part[key].forEach((fit, place) => joined.set(place, Math.max(joined.get(place) || 0, fit * 0.7))));
        return joined;
      };
      return { typed, own: both("own"), meant: both("meant") };
    }

    /* Two words that are one in the vocabulary ("hem tjänst") are read as that one too. */
    function typedWords(query) {
      const number = digits(query);
      if (number) return [number];
      const words = plain(query).match(WORD) || [], found = [];
      for (let place = 0; place < words.length; place++) {
        const pair = words[place] + (words[place + 1] || "");
        const one = words[place + 1] && pair.length > 5 && !empty.has(words[place]) && (texts.at.has(pair) || said.at.has(pair));
        const parted = one || /^\d+\p{L}+$/u.test(words[place]);
        if (one) found.push(pair), place++;
        else if (parted) found.push(...words[place].match(/\d+|\p{L}+/gu));
        else found.push(words[place]);
      }
      return found;
    }

    /* Entries for people of an age that was typed. */
    function ofAge(typed, scores) {
      if (!/^\d{1,2}$/.test(typed)) return;
      const age = Number(typed);
      index.ages.forEach((ages, entry) => {
        if (!ages || age < ages[0] || age > ages[1]) return;
        const narrow = ages[1] - ages[0] < 25 ? 4 : 1.5;
        if ((scores.get(entry) || 0) < narrow) scores.set(entry, narrow);
      });
    }

    /* How good an entry is as a whole, beside what its words are worth. */
    function whole(entry, typed) {
      const title = titles[entry], wanted = typed.map(fold);
      const same = title.length === wanted.length && wanted.every((word, place) => title[place] === word);
      return KINDS[index.kinds[entry]] * (same && !"tl".includes(index.kinds[entry]) ? 1.5 : 1);
    }

    function rank(query) {
      const typed = typedWords(query);
      const full = typed.filter((word) => !empty.has(word));
      const read = typed.map(readings);
      const all = read.map((reading) => reading.meant);
      const found = read.map((reading, place) => {
        const scores = leads(reading.own, reading.meant, all);
        ofAge(typed[place], scores);
        const light = full.length && empty.has(typed[place]);
        return { scores, weight: (light ? EMPTY : 1) * Math.log(1 + count / (1 + scores.size)), light };
      });
      const needed = found.reduce((sum, { weight, light }) => sum + (light ? 0 : weight), 0) || 1;
      const entries = new Set(found.flatMap(({ scores, light }) => (light ? [] : [...scores.keys()])));
      const ranked = [];
      entries.forEach((entry) => {
        let score = 0, covered = 0;
        found.forEach(({ scores, weight, light }) => {
          const own = scores.get(entry) || 0;
          score += own * weight;
          if (own && !light) covered += weight;
        });
        covered /= needed;
        ranked.push({ entry, covered, score: (score / needed) * covered ** 1.5 * whole(entry, typed) });
      });
      const best = ranked.reduce((most, { covered }) => Math.max(most, covered), 0);
      const kept = ranked.filter(({ covered }) => covered >= best * 0.5);
      kept.sort((a, b) => b.score - a.score || a.entry - b.entry);
      return kept.filter(({ score }) => score >= kept[0].score * 0.2);
    }

    /* The entries for what was typed, the best first. */
    function search(query) {
      return rank(query).map(({ entry, score }) => ({
        kind: index.kinds[entry],
        state: index.states[entry],
        title: index.titles[entry],
        page: index.pages[entry],
        about: index.abouts[entry],
        by: index.names[index.by[entry]],
        swedish: {
          title: index.swedish.titles[entry],
          about: index.swedish.abouts[entry],
          by: index.swedish.names[index.by[entry]],
        },
        score,
      }));
    }

    /* A word of the vocabulary like one that leads nowhere, or nothing. */
    function suggest(query) {
      let best = "", least = 4;
      for (const typed of plain(query).match(WORD) || []) {
        if (typed.length < 4 || empty.has(typed)) continue;
        for (const { words, folded } of [said, texts]) {
          folded.forEach((word, place) => {
            const off = word.length > 3 ? distance(fold(typed), word, Math.min(3, typed.length >> 1)) : 9;
            if (off < least && off <= typed.length / 2) [best, least] = [words[place], off];
          });
        }
      }
      return best;
    }

    return { search, suggest };
  };
})();
