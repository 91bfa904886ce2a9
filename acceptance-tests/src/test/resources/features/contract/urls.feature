Feature: Emails in URLs
  As a developer of a client
  I want any email to fit into a URL by percent-encoding it (RFC 3986),
  so that no user is out of reach.

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
      Examples: Characters that URLs reserve
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

    Scenario Outline: <request> creates what is sent
      When <request> is sent with the body <body>
      Then the answer is <status>

      @unsure-on-aws
      Examples: Collections
        | request             | body                                | status |
        | POST /users/        | {"email": "ada@example.com"}        | 201    |

    Scenario Outline: GET <path> answers as without it
      When GET <path> is sent
      Then the answer is 200

      Examples: Lists
        | path                     |
        | /users/                  |
        | /users/?limit=5          |
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

  Rule: A malformed email is an unknown user

    Scenario Outline: A URL with <what>
      When GET /users/<in the URL> is sent
      Then the answer is the problem 404

      Examples: Malformed
        | what               | in the URL        |
        | a word             | ada               |
        | a blank            | ad%20a@example.com |
        | 3,000 characters   | ⟨a×3000⟩          |

  Rule: A URL that cannot be decoded is refused

    Scenario Outline: A URL with <what>
      When GET <path> is sent
      Then the answer is the problem 400

      Examples: Not text in the path
        | what                                 | path                             |
        | a NUL in an email                    | /users/a%00@example.com          |
        | bytes that are not UTF-8 in an email | /users/%FF%FE@example.com        |
        | the same and a slash at the end      | /users/%FF%FE@example.com/       |

      Examples: Not text in the query
        | what                                 | path                             |
        | bytes that are not UTF-8 in a cursor | /users?cursor=%FF%FE             |
