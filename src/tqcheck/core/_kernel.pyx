# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The scan of a document, compiled. `tqcheck.core.scanning` holds its twin in plain Python, and says what it does.

Both must give equal results for every text; the tests compare them.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc, PyMem_Realloc
from cpython.unicode cimport Py_UNICODE_TOLOWER, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport int32_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.string cimport memset

from array import array

from .characters import folded, kind_of

cdef enum:
    LETTER = 1
    MARK = 2
    DIGIT = 4
    SMALL = 16
    CAPITAL = 32
    SPACE = 64
    ALPHANUMERIC = 128
    STOP = 256
    APOSTROPHE = 512
    POINT = 1024
    UNSPACED = 4096
    WORD = 1 | 2 | 8 | 2048
    CONTEXTS = 8
    SIGHTS = 9
    MANY = 6
    CODE_POINTS = 0x110000
    REACH = 12
    LONGEST = 64
    MOST_WORDS = 1 << 18  # known at a time, of all languages together
    FEW_WORDS = MOST_WORDS >> 5
    LONGEST_COUNTED = 1 << 20

cdef enum:
    AT_ANYWHERE, AT_SMALL, AT_CAPITALISED, AT_BETWEEN_SMALL, AT_BEFORE_MARK, AT_BEFORE_STOP, AT_ALONE, AT_OPENING

cdef enum:
    SEES_ECHO, SEES_REPEAT, SEES_CAPITAL_RUN, SEES_SHOUTING, SEES_CAPITAL_PAIR, SEES_OPENING_NUMBER, SEES_OPENING_SMALL, SEES_WORDLESS, SEES_MANY_QUOTES

cdef uint64_t FIRST_HASH = 1469598103934665603ULL
cdef uint64_t PRIME = 1099511628211ULL
cdef uint64_t MIX = 0x9E3779B97F4A7C15ULL

cdef uint16_t* KINDS = <uint16_t*>PyMem_Calloc(CODE_POINTS, sizeof(uint16_t))


ctypedef struct Bits:
    uint64_t low
    uint64_t high


ctypedef struct Entry:
    uint64_t hash
    void* word
    int32_t length
    uint8_t asked
    Bits bits[CONTEXTS]


cdef inline uint16_t kind(uint32_t character) except? 0:
    cdef uint16_t found = KINDS[character]
    if found == 0:
        found = <uint16_t>(<int>kind_of(chr(<object>character)))
        KINDS[character] = found
    return found


cdef inline void add(Bits* to, Bits bits) noexcept:
    to.low |= bits.low
    to.high |= bits.high


cdef Bits bits_of(object number) except *:
    cdef Bits bits
    bits.low = <uint64_t>(number & 0xFFFFFFFFFFFFFFFF)
    bits.high = <uint64_t>(number >> 64)
    return bits


cdef object number_of(Bits bits):
    cdef object high = bits.high
    return high << 64 | bits.low if bits.high else bits.low


cdef class Text:
    """A text, and the end of the word that begins at a place of it."""

    cdef str text
    cdef int width
    cdef void* data
    cdef Py_ssize_t end

    def __cinit__(self, str text not None):
        self.text = text
        self.width = PyUnicode_KIND(text)
        self.data = PyUnicode_DATA(text)
        self.end = len(text)

    cdef inline uint32_t at(self, Py_ssize_t place) noexcept:
        return PyUnicode_READ(self.width, self.data, place)

    cdef inline uint16_t kind(self, Py_ssize_t place, Py_ssize_t end) except? 0:
        return kind(PyUnicode_READ(self.width, self.data, place)) if place < end else 32768

    cdef Py_ssize_t word_end(self, Py_ssize_t start, Py_ssize_t end, uint16_t first) except -1:
        """Where the word ends that begins at ``start`` with a character of kind ``first``."""
        cdef Py_ssize_t place = start
        if first & UNSPACED:
            place += 1
            while place < end and self.kind(place, end) & MARK:
                place += 1
            return place
        if first & LETTER and place + 3 < end and self.at(place + 1) == 46 and self.at(place + 3) == 46 and self.is_spaced(place + 2, end, LETTER):
            while place + 1 < end and self.at(place + 1) == 46 and self.is_spaced(place, end, LETTER):
                place += 2
            return place
        if first & DIGIT:
            while place < end and self.kind(place, end) & DIGIT:
                place += 1
            while place + 1 < end and self.kind(place, end) & POINT and self.kind(place + 1, end) & DIGIT:
                place += 1
                while place < end and self.kind(place, end) & DIGIT:
                    place += 1
            while place < end and self.is_spaced(place, end, ALPHANUMERIC):
                place += 1
            return place
        while place < end and self.is_spaced(place, end, WORD):
            place += 1
        while place + 1 < end and self.kind(place, end) & APOSTROPHE and self.is_spaced(place + 1, end, LETTER | MARK):
            place += 1
            while place < end and self.is_spaced(place, end, LETTER | MARK):
                place += 1
        return place

    cdef inline bint is_spaced(self, Py_ssize_t place, Py_ssize_t end, uint16_t kinds) except -1:
        """True for a character of one of the kinds, but for letters of scripts without spaces."""
        cdef uint16_t found = self.kind(place, end)
        return found & kinds != 0 and not found & UNSPACED


cdef inline uint32_t lowered(uint32_t character) noexcept:
    if character < 128:
        return character + 32 if 65 <= character <= 90 else character
    if character == 0x2019:
        return 39
    return 0x3C3 if character == 0x3C2 else <uint32_t>Py_UNICODE_TOLOWER(<Py_UCS4>character)


cdef Py_ssize_t WORDS_MET = 0
"""How many words are known beside those that are listed, of all languages together."""


cdef class Words:
    """The words that were met, by their lower-case letters, each with the bits that it sets in every context."""

    cdef Entry* entries
    cdef int32_t* table
    cdef Py_ssize_t room
    cdef Py_ssize_t count
    cdef Py_ssize_t met
    cdef object judge
    cdef list words

    def __cinit__(self, judge, listed):
        self.judge = judge
        self.room = 1 << 12
        self.words = []
        self.entries = <Entry*>PyMem_Malloc(self.room * sizeof(Entry))
        self.table = <int32_t*>PyMem_Malloc(2 * self.room * sizeof(int32_t))
        if not self.entries or not self.table:
            raise MemoryError
        memset(self.table, 0xFF, 2 * self.room * sizeof(int32_t))
        for context, words in enumerate(listed):
            for word, value in words.items():
                self.note(word, context, value)
        forget(self)

    cdef int note(self, str word, int context, object value) except -1:
        """Add to what a word sets in a context; words that are too long are never looked up."""
        cdef Bits bits = bits_of(value)
        if len(word) <= LONGEST:
            add(&self.entries[self.find(Text(word), 0, len(word))].bits[context], bits)
        return 0

    def __dealloc__(self):
        forget(self)
        PyMem_Free(self.entries)
        PyMem_Free(self.table)

    cdef bint is_full(self) noexcept:
        """True if so many words are known that these should be met anew."""
        return WORDS_MET > MOST_WORDS and self.met > FEW_WORDS

    cdef Py_ssize_t find(self, Text text, Py_ssize_t start, Py_ssize_t end) except -1:
        """The number of the word between two places of a text, which is added if it is new."""
        cdef Py_ssize_t length = end - start, slot, number
        cdef uint64_t hashed = FIRST_HASH
        cdef Py_ssize_t place
        for place in range(start, end):
            hashed = (hashed ^ lowered(text.at(place))) * PRIME
        slot = (hashed ^ (hashed >> 29)) & (2 * self.room - 1)
        while self.table[slot] >= 0:
            number = self.table[slot]
            if self.entries[number].hash == hashed and self.entries[number].length == length and self.is_same(number, text, start):
                return number
            slot = (slot + 1) & (2 * self.room - 1)
        if self.count == self.room:
            self.grow()
            return self.find(text, start, end)
        self.table[slot] = <int32_t>self.count
        return self.added(text, start, end, hashed)

    cdef bint is_same(self, Py_ssize_t number, Text text, Py_ssize_t start) noexcept:
        cdef void* word = self.entries[number].word
        cdef int width = PyUnicode_KIND(<object>word)
        cdef void* data = PyUnicode_DATA(<object>word)
        cdef Py_ssize_t place
        for place in range(self.entries[number].length):
            if PyUnicode_READ(width, data, place) != lowered(text.at(start + place)):
                return False
        return True

    cdef Py_ssize_t added(self, Text text, Py_ssize_t start, Py_ssize_t end, uint64_t hashed) except -1:
        global WORDS_MET
        cdef Py_ssize_t number = self.count
        cdef Entry* entry = &self.entries[number]
        cdef str word = folded(text.text[start:end])
        memset(entry, 0, sizeof(Entry))
        entry.hash = hashed
        entry.length = <int32_t>(end - start)
        entry.word = <void*>word
        self.words.append(word)
        self.count += 1
        self.met += 1
        WORDS_MET += 1
        return number

    cdef int grow(self) except -1:
        cdef Py_ssize_t number, slot
        self.entries = <Entry*>PyMem_Realloc(self.entries, 2 * self.room * sizeof(Entry))
        self.table = <int32_t*>PyMem_Realloc(self.table, 4 * self.room * sizeof(int32_t))
        if not self.entries or not self.table:
            raise MemoryError
        self.room *= 2
        memset(self.table, 0xFF, 2 * self.room * sizeof(int32_t))
        for number in range(self.count):
            slot = (self.entries[number].hash ^ (self.entries[number].hash >> 29)) & (2 * self.room - 1)
            while self.table[slot] >= 0:
                slot = (slot + 1) & (2 * self.room - 1)
            self.table[slot] = <int32_t>number
        return 0

    cdef int ask(self, Py_ssize_t number, int question) except -1:
        """Let the plan judge a word by its tests: all of them (0), but those for a small (1) or a capitalised word (2)."""
        cdef int context
        cdef Bits bits
        self.entries[number].asked |= 1 << question
        for context, value in self.judge(self.words[number], question):
            bits = bits_of(value)
            add(&self.entries[number].bits[context], bits)
        return 0

    cdef inline Bits bits(self, Py_ssize_t number, int context, int question) except *:
        if not self.entries[number].asked >> question & 1:
            self.ask(number, question)
        return self.entries[number].bits[context]




cdef class Scanner:
    """Scans documents by one plan."""

    cdef Words known
    cdef object judge
    cdef object listed
    cdef object classify
    cdef uint8_t* classes
    cdef int class_count
    cdef Bits* singles
    cdef Bits* pairs
    cdef Bits* skips
    cdef Bits sights[SIGHTS]
    cdef uint8_t* counted
    cdef Bits everything
    cdef uint64_t* grams
    cdef uint32_t* stamps
    cdef Py_ssize_t gram_room
    cdef uint32_t stamp

    def __cinit__(self, *, classify, judge, listed, int class_count, singles, pairs, skips, counted, sights, everything):
        """``singles``, ``pairs`` and ``skips`` give the bits of classes: of one, of two side by side, of two across a white space.

        ``counted`` are the classes of quotation marks, of which it matters whether there are many. ``classify`` gives the class of a character, 1 to 127, with 128 added for white space.
        """
        cdef int number
        self.known = Words(judge, listed)
        self.judge = judge
        self.listed = listed
        self.classify = classify
        self.class_count = class_count
        self.classes = <uint8_t*>PyMem_Calloc(CODE_POINTS, 1)
        self.singles = <Bits*>PyMem_Calloc(class_count, sizeof(Bits))
        self.pairs = <Bits*>PyMem_Calloc(class_count * class_count, sizeof(Bits))
        self.skips = <Bits*>PyMem_Calloc(class_count * class_count, sizeof(Bits))
        self.counted = <uint8_t*>PyMem_Calloc(class_count, 1)
        self.gram_room = 1 << 10
        self.grams = <uint64_t*>PyMem_Calloc(self.gram_room, sizeof(uint64_t))
        self.stamps = <uint32_t*>PyMem_Calloc(self.gram_room, sizeof(uint32_t))
        if not (self.classes and self.singles and self.pairs and self.skips and self.counted and self.grams and self.stamps):
            raise MemoryError
        for one in counted:
            self.counted[<int>one] = 1
        for one, value in singles.items():
            self.singles[<int>one] = bits_of(value)
        for (one, two), value in pairs.items():
            self.pairs[<int>one * class_count + <int>two] = bits_of(value)
        for (one, two), value in skips.items():
            self.skips[<int>one * class_count + <int>two] = bits_of(value)
        for number in range(SIGHTS):
            self.sights[number] = bits_of(sights[number])
        self.everything = bits_of(everything)

    def __dealloc__(self):
        PyMem_Free(self.classes)
        PyMem_Free(self.singles)
        PyMem_Free(self.pairs)
        PyMem_Free(self.skips)
        PyMem_Free(self.counted)
        PyMem_Free(self.grams)
        PyMem_Free(self.stamps)

    cdef inline int class_at(self, Text text, Py_ssize_t place) except -1:
        cdef uint32_t character = text.at(place)
        cdef int found = self.classes[character]
        if found == 0:
            found = self.classify(chr(<object>character))
            self.classes[character] = <uint8_t>found
        return found

    cdef Bits characters(self, Text text, Py_ssize_t start, Py_ssize_t end) except *:
        """What the characters between two places set; class 0 is the edge."""
        cdef Bits bits = self.singles[0]
        cdef int before = 0, last = 0, now, count = self.class_count
        cdef bint is_white = False
        cdef Py_ssize_t place, quotes = 0
        for place in range(start, end):
            now = self.class_at(text, place) & 127
            quotes += self.counted[now]
            add(&bits, self.singles[now])
            add(&bits, self.pairs[last * count + now])
            if is_white:
                add(&bits, self.skips[before * count + now])
            is_white = self.classes[text.at(place)] > 127
            before = last
            last = now
        add(&bits, self.pairs[last * count])
        if quotes >= MANY:
            add(&bits, self.sights[SEES_MANY_QUOTES])
        return bits

    def scan(self, str text not None, starts not None, ends not None):
        """The word count, the flagged blocks, and the segments, of the blocks between ``starts`` and ``ends``.

        Two letters of a script without spaces count as one word. Flagged are pairs of a block's number and its bits, for all blocks that have any. Segments are two lists: the hash of
        each stretch of words between two possible ends of sentences, and the number of its block.
        """
        cdef Text source = Text(text)
        cdef Py_ssize_t number, start, end
        cdef Bits bits
        cdef list flagged = [], hashes = [], blocks = []
        if self.known.is_full():
            self.known = Words(self.judge, self.listed)
        words = 0
        for number in range(len(starts)):
            start, end = starts[number], ends[number]
            bits = self.characters(source, start, end)
            words += self.words_of(source, start, end, &bits, hashes)
            while len(blocks) < len(hashes):
                blocks.append(number)
            if bits.low or bits.high:
                flagged.append((number, number_of(bits)))
        return words, flagged, hashes, blocks

    cdef Py_ssize_t words_of(self, Text text, Py_ssize_t start, Py_ssize_t end, Bits* bits, list hashes) except -1:
        """The number of words between two places; what they set is added to ``bits``, the hashes of segments to ``hashes``."""
        cdef Row row = Row(self, text, start, end)
        cdef Py_ssize_t place = start
        cdef uint16_t first
        if end - start > LONGEST_COUNTED:
            row.repeats = True
            row.counts_grams = False
        while place < end:
            first = text.kind(place, end)
            if first & WORD:
                place = row.add(place, first, bits, hashes)
            else:
                if first & STOP:
                    row.stopped = True
                place += 1
        if row.count == 0:
            add(bits, self.sights[SEES_WORDLESS])
        else:
            hashes.append(row.segment)
        if row.repeats:
            add(bits, self.sights[SEES_REPEAT])
            if row.unspaced:  # an echo of words is farther away than one of letters
                add(bits, self.sights[SEES_ECHO])
        return row.count - row.unspaced // 2

    cdef int make_room(self, Py_ssize_t words) except -1:
        """Make the table of grams empty, and large enough for a block of so many words."""
        cdef Py_ssize_t room = self.gram_room
        while room <= words:
            room *= 2
        if room > self.gram_room:
            PyMem_Free(self.grams)
            PyMem_Free(self.stamps)
            self.grams = <uint64_t*>PyMem_Calloc(room, sizeof(uint64_t))
            self.stamps = <uint32_t*>PyMem_Calloc(room, sizeof(uint32_t))
            if not self.grams or not self.stamps:
                raise MemoryError
            self.gram_room = room
            self.stamp = 0
        self.stamp += 1
        if self.stamp == 0:
            memset(self.stamps, 0, room * sizeof(uint32_t))
            self.stamp = 1
        return 0

    cdef bint is_new_gram(self, uint64_t gram) noexcept:
        """True unless the same three words were met in this block; there is always room."""
        cdef Py_ssize_t slot = (gram ^ (gram >> 31)) & (self.gram_room - 1)
        while self.stamps[slot] == self.stamp:
            if self.grams[slot] == gram:
                return False
            slot = (slot + 1) & (self.gram_room - 1)
        self.grams[slot] = gram
        self.stamps[slot] = self.stamp
        return True


cdef class Row:
    """The words of one block, one by one, with what must be known of those before."""

    cdef Scanner scanner
    cdef Text text
    cdef Py_ssize_t start, end, count, unspaced, last_end, since_opening
    cdef uint64_t recent[16]
    cdef int runs[13]
    cdef uint64_t segment
    cdef int not_small, loud
    cdef bint stopped, last_capital, after_hyphen, counts_grams, repeats

    def __cinit__(self, Scanner scanner, Text text, Py_ssize_t start, Py_ssize_t end):
        self.scanner = scanner
        self.text = text
        self.start, self.end = start, end
        self.stopped = True
        self.counts_grams = True
        self.segment = FIRST_HASH

    cdef Py_ssize_t add(self, Py_ssize_t place, uint16_t first, Bits* bits, list hashes) except -1:
        cdef Py_ssize_t end = self.text.word_end(place, self.end, first), letter
        cdef uint16_t kinds, small = 0, capital = 0
        cdef bint opening = self.stopped
        cdef uint64_t hashed
        for letter in range(place + 1, end):
            kinds = self.text.kind(letter, end)
            small |= kinds & SMALL
            capital |= kinds & CAPITAL
        if opening and self.count:
            hashes.append(self.segment)
            self.segment = FIRST_HASH
        self.since_opening = 1 if opening else self.since_opening + 1
        hashed = self.lexical(place, end, first, small, capital, opening, bits)
        self.segment = (self.segment ^ hashed) * PRIME
        self.in_row(hashed, place, end, first, capital, bits)
        self.stopped = self.text.at(end - 1) == 46
        self.last_end = end
        self.count += 1
        if first & UNSPACED:
            self.unspaced += 1
        return end

    cdef uint64_t lexical(
        self, Py_ssize_t place, Py_ssize_t end, uint16_t first, uint16_t small, uint16_t capital, bint opening, Bits* bits
    ) except? 0:
        """Add what the word itself sets, by its contexts, and give its hash."""
        cdef Words known = self.scanner.known
        cdef Py_ssize_t number
        cdef uint32_t after
        if end - place > LONGEST:
            add(bits, self.scanner.everything)
            return self.long_hash(place, end)
        number = known.find(self.text, place, end)
        add(bits, known.bits(number, AT_ANYWHERE, 0))
        if not capital and not first & CAPITAL and (small or first & SMALL):
            add(bits, known.bits(number, AT_SMALL, 1))
        if first & CAPITAL:
            if small and not capital:
                add(bits, known.bits(number, AT_CAPITALISED, 2))
            if not capital and self.is_between_small(place, end):
                add(bits, known.bits(number, AT_BETWEEN_SMALL, 0))
        if opening:
            add(bits, known.bits(number, AT_OPENING, 0))
        after = self.text.at(end) if end < self.end else 32
        if after in (44, 59, 58, 46, 63, 33, 37):
            add(bits, known.bits(number, AT_BEFORE_MARK, 0))
        if after == 46:
            add(bits, known.bits(number, AT_BEFORE_STOP, 0))
            if self.since_opening <= 2:
                add(bits, known.bits(number, AT_ALONE, 0))
        return known.entries[number].hash

    cdef uint64_t long_hash(self, Py_ssize_t place, Py_ssize_t end) noexcept:
        cdef uint64_t hashed = FIRST_HASH
        cdef Py_ssize_t letter
        for letter in range(place, end):
            hashed = (hashed ^ lowered(self.text.at(letter))) * PRIME
        return hashed

    cdef bint is_between_small(self, Py_ssize_t place, Py_ssize_t end) except -1:
        return (
            place - 2 >= self.start
            and end + 1 < self.end
            and self.text.kind(place - 1, end) & SPACE
            and self.text.kind(place - 2, end) & SMALL
            and self.text.kind(end, self.end) & SPACE
            and self.text.kind(end + 1, self.end) & SMALL
        )

    cdef int in_row(self, uint64_t hashed, Py_ssize_t place, Py_ssize_t end, uint16_t first, uint16_t capital, Bits* bits) except -1:
        """Add what is seen in the row of words when this one comes."""
        cdef Scanner scanner = self.scanner
        cdef Py_ssize_t count = self.count
        cdef int distance
        if self.stopped:
            if first & DIGIT:
                add(bits, scanner.sights[SEES_OPENING_NUMBER])
            elif first & SMALL:
                add(bits, scanner.sights[SEES_OPENING_SMALL])
        for distance in range(1, REACH + 1):
            if distance <= count and self.recent[(count - distance) & 15] == hashed:
                self.runs[distance] += 1
                if self.runs[distance] >= distance - 1:
                    add(bits, scanner.sights[SEES_ECHO])
            else:
                self.runs[distance] = 0
        self.recent[count & 15] = hashed
        if count >= 2 and self.counts_grams:
            self.count_gram(hashed, bits)
        self.not_small = 0 if first & SMALL else self.not_small + 1
        if self.not_small >= 8:
            add(bits, scanner.sights[SEES_CAPITAL_RUN])
        self.loud = self.loud + 1 if self.is_loud(place, end) else 0
        if self.loud >= 3:
            add(bits, scanner.sights[SEES_SHOUTING])
        if first & CAPITAL and self.last_capital and place == self.last_end + 1:
            add(bits, scanner.sights[SEES_CAPITAL_PAIR])
        self.last_capital = ((first | capital) & CAPITAL) != 0 or (self.last_capital and place == self.last_end + 1 and self.text.at(place - 1) == 45)
        return 0

    cdef bint is_loud(self, Py_ssize_t place, Py_ssize_t end) except -1:
        cdef Py_ssize_t letter
        if end - place < 5:
            return False
        for letter in range(place, place + 5):
            if not self.text.kind(letter, end) & CAPITAL:
                return False
        return True

    cdef int count_gram(self, uint64_t hashed, Bits* bits) except -1:
        cdef Scanner scanner = self.scanner
        cdef uint64_t gram = hashed
        if self.count == 2:
            # A word has two characters with its space, but where the script has none; one byte a character is too narrow for those.
            scanner.make_room((self.end - self.start) // 2 if self.text.width == 1 else self.end - self.start)
        gram = (gram ^ self.recent[(self.count - 1) & 15] * 3) * MIX
        gram = (gram ^ self.recent[(self.count - 2) & 15] * 5) * MIX
        if not scanner.is_new_gram(gram):
            self.repeats = True
        return 0


cdef void forget(Words words) noexcept:
    """Count the words that were met up to now no longer."""
    global WORDS_MET
    WORDS_MET -= words.met
    words.met = 0


cdef Words SHARED = Words(None, ())


def split(str text not None):
    """``(lower, starts, ends)``: the words of a text, folded, and their places."""
    global SHARED
    cdef Text source = Text(text)
    cdef Py_ssize_t place = 0, end, number
    cdef uint16_t first
    cdef list lower = []
    cdef object starts = array("I"), ends = array("I")
    if SHARED.is_full():
        SHARED = Words(None, ())
    cdef Words known = SHARED
    while place < source.end:
        first = source.kind(place, source.end)
        if not first & WORD:
            place += 1
            continue
        end = source.word_end(place, source.end, first)
        if end - place > LONGEST:
            lower.append(folded(text[place:end]))
        else:
            number = known.find(source, place, end)
            lower.append(known.words[number])
        starts.append(place)
        ends.append(end)
        place = end
    return lower, starts, ends


cdef inline bint is_blank(Text text, Py_ssize_t place, Py_ssize_t end) except -1:
    """True for what regex calls white space: `str` adds the four separators of ASCII."""
    return text.kind(place, end) & SPACE and not 28 <= text.at(place) <= 31


cdef inline bint is_item(Text text, Py_ssize_t start, Py_ssize_t end) except -1:
    """True if a line that is trimmed begins with the mark of a list: a bullet, a number or a letter, and white space."""
    cdef Py_ssize_t place = start, digits = 0
    cdef uint32_t first = text.at(start)
    if first in (45, 42, 0x2022, 0x2023, 0x25E6, 0x2013):
        return start + 1 < end and is_blank(text, start + 1, end)
    if first == 40:
        place += 1
    while place < end and digits < 3 and text.kind(place, end) & DIGIT:
        place += 1
        digits += 1
    if not digits and place < end and (65 <= text.at(place) <= 90 or 97 <= text.at(place) <= 122):
        place += 1
        digits = 1
    return digits and place + 1 < end and text.at(place) in (46, 41) and is_blank(text, place + 1, end)


def lines(str text not None):
    """``(starts, ends, indents, first words, flags)`` of the lines that are not blank, without the white space around them."""
    cdef Text source = Text(text)
    cdef Py_ssize_t place = 0, end, start, stop, space
    cdef object starts = array("I"), ends = array("I"), indents = array("I"), first_words = array("I")
    cdef object flags = bytearray()
    cdef bint blank = True
    cdef int flag
    while place < source.end:
        end = text.find("\n", place)
        if end < 0:
            end = source.end
        start, stop = place, end
        while start < stop and source.kind(start, stop) & SPACE:
            start += 1
        while stop > start and source.kind(stop - 1, stop) & SPACE:
            stop -= 1
        if start == stop:
            blank = True
        else:
            space = text.find(" ", start, stop)
            flag = 4 if blank else 0
            if source.kind(start, stop) & SMALL:
                flag |= 2
            if is_item(source, start, stop):
                flag |= 1
            starts.append(start)
            ends.append(stop)
            indents.append(start - place)
            first_words.append((space if space >= 0 else stop) - start)
            flags.append(flag)
            blank = False
        place = end + 1
    return starts, ends, indents, first_words, flags


def echoes(row not None):
    """``(start, end, distance)`` of every run of words that repeats what stood at most one word before it."""
    cdef list words = list(row)
    cdef Py_ssize_t number, start, end, distance, count = len(words)
    cdef Py_ssize_t done[REACH + 1]
    cdef dict seen = {}
    cdef list found = []
    memset(done, 0, sizeof(done))
    for number in range(count):
        word = words[number]
        last = seen.get(word)
        seen[word] = number
        if last is None:
            continue
        distance = number - <Py_ssize_t>last
        if distance > REACH or number < done[distance]:
            continue
        start, end = number, number + 1
        while start > max(done[distance], distance) and words[start - 1] == words[start - 1 - distance]:
            start -= 1
        while end < count and words[end] == words[end - distance]:
            end += 1
        done[distance] = end
        if end - start >= distance - 1:
            found.append((start, end, distance))
    return found


def has_line(str text not None, str line not None):
    """True if a text of sorted lines without a last line end holds the line."""
    cdef Text lines = Text(text), wanted = Text(line)
    cdef Py_ssize_t low = 0, high = lines.end, start, place
    cdef int order
    while low < high:
        start = (low + high) // 2
        while start > low and lines.at(start - 1) != 10:
            start -= 1
        order = 0
        for place in range(wanted.end):
            if start + place >= lines.end or lines.at(start + place) != wanted.at(place):
                order = -1 if start + place >= lines.end or lines.at(start + place) < wanted.at(place) else 1
                break
        place = start + wanted.end
        if order == 0 and (place == lines.end or lines.at(place) == 10):
            return True
        if order < 0:
            while start < high and lines.at(start) != 10:
                start += 1
            low = start + 1
        else:
            high = start - 1
    return False
