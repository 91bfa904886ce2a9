Feature: Keys in URLs
  As a developer of a client
  I want any key to fit into a URL by percent-encoding it (RFC 3986),
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
      Examples: Encoded, what would have a meaning of its own
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

  Rule: An email is found however its URL is encoded

    Scenario Outline: <what>
      Given POST /users was sent with the body {"email": "<email>"}
      When GET /users/<in the URL> is sent
      Then the answer is 200
      And /email of the answer is "<email>"

      Examples: Encodings of one email
        | what                       | email                | in the URL               |
        | a plus sign as it is       | ada+news@example.com | ada+news@example.com     |
        | a plus sign encoded        | ada+news@example.com | ada%2Bnews%40example.com |
        | an at sign encoded         | ada@example.com      | ada%40example.com        |
        | capital letters            | ada@example.com      | ADA@example.com          |
        | letters encoded            | ada@example.com      | %61da@example.com        |
        | nearly all that a mailbox allows | a!$%&'*=?^_`{}~-@example.com | a!$%25&'*=%3F%5E_%60%7B%7D~-@example.com |

      @unsure-on-aws
      Examples: What would have a meaning of its own
        | what                       | email                | in the URL               |
        | a slash and a hash         | a/b#c@example.com    | a%2Fb%23c@example.com    |

    @needs-own-host
    Example: A Location can be followed
      When POST /users is sent with the body {"email": "a?c=d%e+f@example.com"}
      Then the answer is 201
      And the answer's Location leads to the user a?c=d%e+f@example.com

    @needs-own-host @unsure-on-aws
    Example: A Location can be followed, whatever is in it
      When POST /users is sent with the body {"email": "a/b?c=d#e%f@example.com"}
      Then the answer is 201
      And the answer's Location leads to the user a/b?c=d#e%f@example.com

  Rule: A slash at the end of a path changes nothing

    Scenario Outline: <request> creates or records what is sent
      When <request> is sent with the body <body>
      Then the answer is <status>

      @unsure-on-aws
      Examples: Collections
        | request             | body                                | status |
        | POST /users/        | {"email": "ada@example.com"}        | 201    |
        | POST /events/       | {"event": "clicked", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩} | 201 |
        | POST /event-batches/ | {"events": [{"event": "clicked", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩}]} | 200 |

    Scenario Outline: GET <path> answers as without it
      When GET <path> is sent
      Then the answer is 200

      Examples: Lists
        | path                     |
        | /users/                  |
        | /users/?limit=5          |
        | /events/?date=2026-11-22 |
        | /health/                 |

    Scenario Outline: GET <path> reads the user
      Given the user ada@example.com
      When GET <path> is sent
      Then the answer is 200
      And /email of the answer is "ada@example.com"

      Examples: As it is, and encoded
        | path                      |
        | /users/ada@example.com/   |
        | /users/ada%40example.com/ |

    Example: Events whose name is encoded
      Given POST /events was sent with the body {"event": "clicked a+b", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩}
      When GET /events/clicked%20a%2Bb/ is sent
      Then the answer is 200
      And /count of the answer is 1

    Scenario Outline: PATCH <path> changes the user
      Given the user ada@example.com
      When PATCH <path> is sent with the body {"city": "Tulsa"}
      Then the answer is 200
      And /city of the answer is "Tulsa"

      Examples: As it is, and encoded
        | path                      |
        | /users/ada@example.com/   |
        | /users/ada%40example.com/ |

    Scenario Outline: DELETE <path> deletes the user
      Given the user ada@example.com
      When DELETE <path> is sent
      Then the answer is 204
      And there is no user ada@example.com

      Examples: As it is, and encoded
        | path                      |
        | /users/ada@example.com/   |
        | /users/ada%40example.com/ |

    @needs-own-host
    Example: The Location of a user who was created that way
      When POST /users/ is sent with the body {"email": "ada@example.com"}
      Then the answer is 201
      And the answer's Location leads to the user ada@example.com

  Rule: An email that is none is an unknown user

    Scenario Outline: A URL with <what>
      When GET /users/<in the URL> is sent
      Then the answer is the problem 404

      Examples: No emails
        | what               | in the URL        |
        | a word             | ada               |
        | a blank            | ad%20a@example.com |
        | 3,000 characters   | ⟨a×3000⟩          |

  Rule: What cannot be decoded is refused

    Scenario Outline: A URL with <what>
      When GET <path> is sent
      Then the answer is the problem 400

      Examples: Not text in the path
        | what                                 | path                             |
        | a NUL in an email                    | /users/a%00@example.com          |
        | bytes that are not UTF-8 in an email | /users/%FF%FE@example.com        |
        | the same and a slash at the end      | /users/%FF%FE@example.com/       |
        | bytes that are not UTF-8 in an event name | /events/clicked%FF          |

      Examples: Not text in the query
        | what                                 | path                             |
        | bytes that are not UTF-8 in a cursor | /events/clicked?cursor=%FF%FE    |
