@article:read_user
Feature: Reading a user by email
  As someone who looks after users
  I want to see one user by their email alone,
  so that an answer never takes longer, however many users there are.

  The article's section: read_user.

  Rule: A user is found by email, with everything that is kept

    @smoke
    Example: Sam looks Ada up
      Given the user ada@example.com with:
        | city | London |
      When Sam reads the user ada@example.com
      Then the user ada@example.com is shown with:
        | city | London |
      And nothing was changed

    Example: Sam doesn't mind the capital letters
      Given the user ada@example.com
      When Sam reads the user Ada@Example.com
      Then the user ada@example.com is shown

    Example: Sam looks up one of two who differ in a letter
      Given the user ann@example.com with:
        | city | York |
      And the user anna@example.com with:
        | city | Bath |
      When Sam reads the user anna@example.com
      Then the user anna@example.com is shown with:
        | city | Bath |

  Rule: Looking up an unknown email says so

    Example: Sam looks for somebody unknown
      When Sam reads the user nobody@example.com
      Then this is refused because there is no such user

    Example: Sam looks for Ada after she was deleted
      Given the user ada@example.com
      And the user ada@example.com was deleted
      When Sam reads the user ada@example.com
      Then this is refused because there is no such user

    Example: Sam looks for Ada by a part of her email
      Given the user ada@example.com
      When Sam reads the user ad@example.com
      Then this is refused because there is no such user
