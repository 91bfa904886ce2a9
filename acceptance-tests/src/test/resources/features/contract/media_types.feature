Feature: Media types
  As a developer of a client
  I want only JSON taken for JSON,
  so that a wrong setting of mine shows at once.

  Rule: JSON is taken, however its media type is written

    Scenario Outline: A user sent as <media type>
      Given the request has the header Content-Type: <media type>
      When POST /users is sent with the body {"email": "ada@example.com"}
      Then the answer is 201

      Examples: JSON
        | media type                      |
        | application/json                |
        | application/json; charset=utf-8 |
        | application/json;charset="UTF-8" |
        | application/json; charset=utf8  |
        | Application/JSON                |

  Rule: Anything else is refused and not stored

    Scenario Outline: <method> <path> sent as <media type>
      Given the user ada@example.com
      And the request has the header Content-Type: <media type>
      When <method> <path> is sent with the body <body>
      Then the answer is the problem 415
      And nothing was changed

      Examples: Not JSON
        | method | path                   | media type                        | body |
        | POST   | /users                 | text/plain                        | {"email": "bad-bob@example.com"} |
        | POST   | /users                 | application/x-www-form-urlencoded | email=bad-bob@example.com |
        | POST   | /users                 | application/xml                   | <user/> |
        | POST   | /users                 | application/octet-stream          | {"email": "bad-bob@example.com"} |
        | POST   | /users                 | application/merge-patch+json      | {"email": "bad-bob@example.com"} |
        | PATCH  | /users/ada@example.com | text/plain                        | {"city": "Tulsa"} |
        | PATCH  | /users/ada@example.com | application/json-patch+json       | [{"op": "remove", "path": "/email"}] |

      @unsure-on-aws
      Examples: Not a media type
        | method | path                   | media type                        | body |
        | POST   | /users                 | jso n                             | {"email": "bad-bob@example.com"} |

      @needs-uninspected-bodies
      Examples: A form
        | method | path                   | media type                        | body |
        | POST   | /users                 | multipart/form-data; boundary=x   | --x-- |

  Rule: A compressed body is refused and not stored

    Scenario Outline: <method> <path> with a body in <coding>
      Given the user ada@example.com
      And the request has the header Content-Encoding: <coding>
      When <method> <path> is sent with the body <body>
      Then the answer is the problem 415
      And the problem says what to do
      And nothing was changed

      Examples: Each operation that takes a body
        | method | path                   | coding | body                             |
        | POST   | /users                 | gzip   | {"email": "bad-bob@example.com"} |
        | PATCH  | /users/ada@example.com | gzip   | {"city": "Tulsa"}                |
