@bad-input
Feature: Bad events
  As a developer of a client
  I want a bad event refused with the place that is wrong and with what to do,
  so that no analysis is ever built on it.

  Rule: An event that is not as it should be is not stored

    Scenario Outline: An event name <that is wrong>
      When POST /events is sent with the body {"note": "clicked", "event": <event>}
      Then the answer is the problem 400
      And the problem says what to do about "/event"
      And nothing was stored

      Examples: Of another type
        | that is wrong | event       |
        | null          | null        |
        | a number      | 1           |
        | an array      | ["clicked"] |
        | an object     | {}          |

      Examples: Not a key
        | that is wrong          | event                   |
        | empty                  | ""                      |
        | of 2,049 bytes         | "⟨x×2049⟩"              |
        | of 1,025 letters of two bytes | "⟨é×1025⟩"       |
        | of 2,043 bytes that ends as a shard's key | "⟨x×2041⟩#3" |
        | that URLs lose         | ".."                    |
        | with a NUL             | "clicked\u0000"         |
        | with a line break      | "clicked\\n"            |
        | with a lone surrogate  | "clicked\ud800"         |

    Scenario Outline: A timestamp <that is wrong>
      When POST /events is sent with the body {"event": "clicked", "timestamp": <timestamp>}
      Then the answer is the problem 400
      And the problem says what to do about "/timestamp"
      And nothing was stored

      Examples: Of another type
        | that is wrong    | timestamp  |
        | null             | null       |
        | epoch seconds    | 1566162573 |
        | an object        | {}         |
        | empty            | ""         |

      Examples: Times that do not exist
        | that is wrong            | timestamp              |
        | on 30 February           | "2026-02-30T10:00:00Z" |
        | on a leap day of no leap year | "2026-02-29T10:00:00Z" |
        | in month 13              | "2026-13-01T10:00:00Z" |
        | on day 0                 | "2026-11-00T10:00:00Z" |
        | at 24 o'clock            | "2026-11-22T24:00:00Z" |
        | at minute 60             | "2026-11-22T10:60:00Z" |
        | in a leap second         | "2016-12-31T23:59:60Z" |
        | with an offset of 24 hours | "2026-11-22T10:00:00+24:00" |

      Examples: Not RFC 3339
        | that is wrong           | timestamp                   |
        | in words                | "yesterday"                 |
        | without an offset       | "2026-11-22T10:00:00"       |
        | without a time          | "2026-11-22"                |
        | without seconds         | "2026-11-22T10:00Z"         |
        | without hyphens         | "20261122T100000Z"          |
        | with a comma            | "2026-11-22T10:00:00,5Z"    |
        | with a point and no digits | "2026-11-22T10:00:00.Z"  |
        | with ten digits         | "2026-11-22T10:00:00.1234567891Z" |
        | with a year of 5 digits | "12026-11-22T10:00:00Z"     |
        | with a sign             | "-2026-11-22T10:00:00Z"     |
        | with a zone in brackets | "2026-11-22T10:00:00Z[UTC]" |
        | with an offset of hours | "2026-11-22T10:00:00+02"    |
        | with blanks around it   | " 2026-11-22T10:00:00Z "    |
        | in other digits         | "２０２６-11-22T10:00:00Z"   |
        | that moves the key's end | "2026-11-22T10:00:00Z#c-1" |

    Scenario Outline: A member <that is wrong>
      When POST /events is sent with the body {"event": "clicked", "timestamp": "⟨day⟩T10:00:00Z", <member>}
      Then the answer is the problem 400
      And the problem says what to do about "<place>"
      And nothing was stored

      Examples: The id
        | that is wrong              | member              | place |
        | id, null                   | "id": null          | /id   |
        | id, a number               | "id": 1             | /id   |
        | id, empty                  | "id": ""            | /id   |
        | id, of 257 bytes           | "id": "⟨x×257⟩"     | /id   |
        | id, of 129 letters of two bytes | "id": "⟨é×129⟩" | /id  |
        | id, with a NUL             | "id": "a\u0000"     | /id   |
        | id, with a lone surrogate  | "id": "\ud800"      | /id   |

      Examples: The time to live
        | that is wrong              | member                      | place       |
        | expires_at, a text         | "expires_at": "4102444800"  | /expires_at |
        | expires_at, negative       | "expires_at": -1            | /expires_at |
        | expires_at, with a fraction | "expires_at": 1.5          | /expires_at |
        | expires_at, null           | "expires_at": null          | /expires_at |
        | expires_at, after the year 9999 | "expires_at": 253402300800 | /expires_at |
        | expires_at, of the past    | "expires_at": 1700000000    | /expires_at |

      Examples: Others
        | that is wrong              | member                 | place |
        | date, set by the service   | "date": "2026-11-22"   | /date |
        | the service's own mark     | "_write": "x"          | /_write |
        | a number of 39 digits      | "n": 123456789012345678901234567890123456789 | /n |
        | a text with a lone surrogate | "s": {"t": "\udc00"} | /s/t  |
        | 32 levels deep             | "d": ⟨[×32⟩⟨]×32⟩      | *     |
        | an id given twice          | "id": "a", "id": "b"   | *     |
        | a name of 1,025 bytes      | "⟨x×1025⟩": 1          | /⟨x×1025⟩ |

    Scenario Outline: A body <that is wrong>
      When POST /events is sent with the body <body>
      Then the answer is the problem 400
      And the problem says what to do
      And nothing was stored

      Examples: Not a JSON object
        | that is wrong           | body                 |
        | without an event name   | {"name": "clicked"}  |
        | an array                | [{"event": "clicked"}] |
        | empty                   |                      |
        | cut off                 | {"event": "clicked"  |
        | with Infinity           | {"event": "clicked", "n": Infinity} |
        | with a lone byte        | {"event": "clicked", "s": "⟨80⟩"} |

  Rule: A batch with anything wrong in it is not stored at all

    Scenario Outline: A batch <that is wrong>
      When POST /event-batches is sent with the body <body>
      Then the answer is the problem 400
      And the problem says what to do about "<place>"
      And nothing was stored

      Examples: Not a list of events
        | that is wrong              | body                                   | place   |
        | without events             | {}                                     | /events |
        | with events that are null  | {"events": null}                       | /events |
        | with one event for a list  | {"events": {"event": "clicked"}}       | /events |
        | with no event              | {"events": []}                         | /events |
        | with a member too many     | {"events": [{"event": "clicked"}], "more": 1} | /more |
        | of 101 events              | {"events": [⟨101 events⟩]}             | /events |

      Examples: One of its events is wrong
        | that is wrong              | body                                                                | place               |
        | with null for an event     | {"events": [{"event": "clicked"}, null]}                            | /events/1           |
        | with a text for an event   | {"events": ["clicked"]}                                             | /events/0           |
        | with an event without name | {"events": [{"event": "clicked"}, {"id": "a"}]}                     | /events/1/event     |
        | with a time that is none   | {"events": [{"event": "clicked"}, {"event": "clicked"}, {"event": "clicked"}, {"event": "clicked", "timestamp": "2026-11-31T10:00:00Z"}]} | /events/3/timestamp |
        | with a date                | {"events": [{"event": "clicked", "date": "2026-11-22"}]}            | /events/0/date      |
        | with a number of 39 digits | {"events": [{"event": "clicked", "n": 123456789012345678901234567890123456789}]} | /events/0/n |
        | with a name of 50,001 bytes | {"events": [{"event": "clicked", "o": {"⟨é×25000⟩x": 1}}]}         | /events/0/o         |
        | with one event in two ways | {"events": [{"event": "clicked", "timestamp": "⟨day⟩T10:00:00Z", "id": "a", "n": 1}, {"event": "clicked", "timestamp": "⟨day⟩T10:00:00Z", "id": "a", "n": 2}]} | * |

    Example: A batch that is cut off
      When POST /event-batches is sent with the body {"events": [{"event": "clicked"}
      Then the answer is the problem 400
      And the problem says what to do
      And nothing was stored
