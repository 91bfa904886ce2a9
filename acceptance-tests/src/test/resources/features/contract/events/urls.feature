Feature: Event names in URLs
  As a developer of a client
  I want any event name to fit into a URL by percent-encoding it (RFC 3986),
  so that no name is out of reach.

  Rule: An event name is found however its URL is encoded

    Scenario Outline: An event name with <what>
      Given POST /events was sent with the body {"event": "clicked-<rest>", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩}
      When GET /events/clicked-<in the URL> is sent
      Then the answer is 200
      And /count of the answer is 1
      And /items/0/event of the answer is "clicked-<rest>"

      Examples: Encoded
        | what              | rest     | in the URL           |
        | a blank           | a b      | a%20b                |
        | a plus sign       | a+b      | a%2Bb                |
        | a percent sign    | 100%     | 100%25               |
        | an escape         | %2F      | %252F                |
        | a question mark   | a?b      | a%3Fb                |
        | an umlaut         | größe    | gr%C3%B6%C3%9Fe      |
        | an emoji          | 😀       | %F0%9F%98%80         |
        | a double quote    | \\"a\\"  | %22a%22              |
        | a backslash       | \\\\     | %5C                  |
        | a semicolon       | a;b=c    | a%3Bb%3Dc            |

      @unsure-on-aws
      Examples: Encoded, characters that URLs reserve
        | what              | rest     | in the URL           |
        | a slash           | a/b      | a%2Fb                |
        | a slash at its end | a/      | a%2F                 |
        | a hash            | a#b      | a%23b                |
        | two dots          | /../a    | %2F..%2Fa            |

      Examples: As it is
        | what              | rest     | in the URL           |
        | a literal plus sign | a+b    | a+b                  |
        | a colon and an at | a:b@c    | a:b@c                |
        | an ampersand      | a&b=c    | a&b=c                |
        | a tilde           | ~a-b_c.  | ~a-b_c.              |

  Rule: A slash at the end of a path changes nothing

    Scenario Outline: <request> records what is sent
      When <request> is sent with the body <body>
      Then the answer is <status>

      @unsure-on-aws
      Examples: Collections
        | request              | body                                | status |
        | POST /events/        | {"event": "clicked", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩} | 201 |
        | POST /event-batches/ | {"events": [{"event": "clicked", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩}]} | 200 |

    Example: A day
      When GET /events/?date=2026-11-22 is sent
      Then the answer is 200

    Example: Events whose name is encoded
      Given POST /events was sent with the body {"event": "clicked a+b", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩}
      When GET /events/clicked%20a%2Bb/ is sent
      Then the answer is 200
      And /count of the answer is 1

  Rule: A URL that cannot be decoded is refused

    Scenario Outline: A URL with <what>
      When GET <path> is sent
      Then the answer is the problem 400

      Examples: Not text
        | what                                      | path                          |
        | bytes that are not UTF-8 in an event name | /events/clicked%FF            |
        | bytes that are not UTF-8 in a cursor      | /events/clicked?cursor=%FF%FE |
