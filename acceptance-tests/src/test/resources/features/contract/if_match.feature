Feature: If-Match
  As a developer of a client
  I want a write to depend on the version that I saw (RFC 9110, section 13.1.1),
  so that I never overwrite what I have not seen.

  Rule: A write goes through if one of the given tags is the user's own

    Scenario Outline: An update with <tags>
      Given the user ada@example.com
      And the request has the header If-Match: <If-Match>
      When PATCH /users/ada@example.com is sent with the body {"city": "Tulsa"}
      Then the answer is 200
      And /city of the answer is "Tulsa"

      Examples: Tags that match
        | tags                           | If-Match                         |
        | its tag                        | ⟨etag⟩                           |
        | any tag                        | *                                |
        | its tag in a list              | "0-a", ⟨etag⟩                    |
        | its tag in a list without blanks | ⟨etag⟩,"0-a"                   |
        | its tag among blanks and empty elements | ,  ⟨etag⟩ ,              |
        | a tag with a comma beside it   | "a,b", ⟨etag⟩                    |

    Example: A deletion with its tag
      Given the user ada@example.com
      And the request has the header If-Match: ⟨etag⟩
      When DELETE /users/ada@example.com is sent
      Then the answer is 204

  Rule: A write does nothing if none is

    Scenario Outline: An update with <tags>
      Given the user ada@example.com
      And the request has the header If-Match: <If-Match>
      When PATCH /users/ada@example.com is sent with the body {"city": "Tulsa"}
      Then the answer is the problem 412
      And nothing was changed

      Examples: Tags that don't match
        | tags                  | If-Match         |
        | a stale tag           | "0-stale"        |
        | its tag made weak     | W/⟨etag⟩         |
        | a list of stale tags  | "0-a", "0-b"     |
        | an empty tag          | ""               |

    Example: A deletion with a stale tag
      Given the user ada@example.com
      And the request has the header If-Match: "0-stale"
      When DELETE /users/ada@example.com is sent
      Then the answer is the problem 412
      And nothing was changed

  Rule: What is not a list of tags is refused

    Scenario Outline: An update with <tags>
      Given the user ada@example.com
      And the request has the header If-Match: <If-Match>
      When PATCH /users/ada@example.com is sent with the body {"city": "Tulsa"}
      Then the answer is the problem 400
      And the problem names "If-Match"
      And nothing was changed

      Examples: Malformed
        | tags                    | If-Match  |
        | a bare word             | 1         |
        | a quote that stays open | "1        |
        | a tag and the star      | *, "0-a"  |
        | two tags without comma  | "a" "b"   |

  Rule: A user that does not exist is answered as without it

    Example: Update of an unknown user
      Given the request has the header If-Match: "0-stale"
      When PATCH /users/nobody@example.com is sent with the body {"city": "Tulsa"}
      Then the answer is the problem 404
      And nothing was changed

    Example: Deletion of an unknown user
      Given the request has the header If-Match: "0-stale"
      When DELETE /users/nobody@example.com is sent
      Then the answer is 204

  Rule: A tag of a deleted user is not good for its successor

    Example: The same email and version, another user
      Given the user ada@example.com
      And the request has the header If-Match: ⟨etag⟩
      And the user ada@example.com was deleted and created again
      When PATCH /users/ada@example.com is sent with the body {"city": "Tulsa"}
      Then the answer is the problem 412
      And nothing was changed
