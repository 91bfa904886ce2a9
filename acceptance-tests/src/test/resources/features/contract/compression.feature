Feature: Long answers, compressed
  As a developer of a client
  I want long answers compressed in a way that my client names (RFC 9110, 12.5.3),
  so that lists arrive sooner.

  Rule: Whoever names a coding gets a long answer compressed

    @needs-compression
    Scenario Outline: A long user with Accept-Encoding: <accepted>
      Given POST /users was sent with the body {"email": "ada@example.com", "note": "⟨ab×10000⟩"}
      And the request has the header Accept-Encoding: <accepted>
      When GET /users/ada@example.com is sent
      Then the answer is 200
      And the answer's Content-Encoding is "<coding>"
      And the answer is sent in fewer than 1000 bytes

      Examples: Codings of the gateway
        | accepted                        | coding  |
        | gzip                            | gzip    |
        | deflate                         | deflate |
        | gzip, deflate, br               | gzip    |
        | deflate;q=0.5,gzip;q=1.0        | gzip    |

    @needs-compression
    Example: A compressed answer is the same answer
      Given POST /users was sent with the body {"email": "ada@example.com", "note": "⟨ab×10000⟩"}
      And the request has the header Accept-Encoding: gzip
      When GET /users/ada@example.com is sent
      Then the answer is 200
      And /note of the answer is "⟨ab×10000⟩"
      And the answer's ETag is the one of the user ada@example.com

  Rule: Everybody else gets it as it is

    Scenario Outline: A long user with Accept-Encoding: <accepted>, as it is
      Given POST /users was sent with the body {"email": "ada@example.com", "note": "⟨ab×10000⟩"}
      And the request has the header Accept-Encoding: <accepted>
      When GET /users/ada@example.com is sent
      Then the answer is 200
      And the answer's Content-Encoding is not given
      And /note of the answer is "⟨ab×10000⟩"

      Examples: Codings that the gateway doesn't have, or none
        | accepted          |
        | br                |
        | identity          |
        | *                 |
        | gzip;q=0          |

    Example: A long user for a client that names no coding
      Given POST /users was sent with the body {"email": "ada@example.com", "note": "⟨ab×10000⟩"}
      When GET /users/ada@example.com is sent
      Then the answer is 200
      And the answer's Content-Encoding is not given

  Rule: A short answer is never compressed

    Example: A usual user
      Given the user ada@example.com
      And the request has the header Accept-Encoding: gzip
      When GET /users/ada@example.com is sent
      Then the answer is 200
      And the answer's Content-Encoding is not given
